using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>One measure over time: a line a subject, the mean at the planned visits and the 95 % confidence interval of the mean.</summary>
internal static class TrajectoryChart
{
    private const int Left = 46;
    private const int Right = Picture.Width - 12;
    private const int Top = 28;
    private const int Bottom = 262;

    public static Markup Write(Summary summary, string variable)
    {
        if (summary.Measures.FirstOrDefault(one => one.Variable == variable) is not { } measure || new Trajectory(summary, measure) is not { IsEmpty: false } data)
        {
            return Markup.Empty;
        }

        var (x, y) = (data.Months(Left, Right), data.Values(Bottom, Top));
        return new Picture
        {
            Id = $"chart-{variable}",
            Title = $"{data.Definition.Label} over time",
            Description = TrajectoryNumbers.Description(data),
            Height = Bottom + 46,
            Drawing = Markup.Of($"""
                <text class="label" x="0" y="14">{data.Definition.Heading}</text>
                {y.Ticks().Select(tick => Markup.Of($"<path class=\"grid\" d=\"M{Left} {y.At(tick)}H{Right}\"/><text x=\"{Left - 6}\" y=\"{y.At(tick)}\" dy=\".35em\" text-anchor=\"end\">{Axis.Label(tick)}</text>\n"))}{MonthAxis.Draw(x, Top, Bottom)}{Band(data, x, y)}{(data.IsCrowd ? Crowd(data, x, y) : Markup.Empty)}{data.Lines.Select((line, index) => Line(data, line, index, x, y))}{Mean(data, x, y)}
                """),
            Key = [.. Key(data)],
            Caption = TrajectoryNumbers.Caption(data),
            Numbers = TrajectoryNumbers.Tables(data),
        }.ToMarkup();
    }

    /// <summary>Visits that follow each other share a band; an interval on its own is a bar.</summary>
    private static Markup Band(Trajectory data, Axis x, Axis y)
    {
        var runs = new List<List<MeasureRow>>();
        foreach (var (index, row) in data.Means.Index().Where(one => one.Item.MeanCi95 is not null))
        {
            if (index > 0 && data.Means[index - 1].MeanCi95 is not null)
            {
                runs[^1].Add(row);
            }
            else
            {
                runs.Add([row]);
            }
        }

        return Markup.Join(runs.Select(run => run.Count == 1
            ? Markup.Of($"<path class=\"spread\" d=\"M{x.At(run[0].Month)} {y.At(run[0].MeanCi95!.Value[0])}V{y.At(run[0].MeanCi95!.Value[1])}\"/>\n")
            : Markup.Of($"<path class=\"band\" d=\"M{Edge(run, 1)}L{Edge(run.AsEnumerable().Reverse(), 0)}Z\"/>\n")));

        string Edge(IEnumerable<MeasureRow> run, int end) => string.Join('L', run.Select(row => $"{x.At(row.Month)} {y.At(row.MeanCi95!.Value[end])}"));
    }

    private static Markup Crowd(Trajectory data, Axis x, Axis y) => Markup.Join(data.Means.Where(row => row is { Min: not null, Max: not null, Q1: not null, Q3: not null }).Select(row => Markup.Of($"""
        <path class="range" d="M{x.At(row.Month)} {y.At(row.Min!.Value)}V{y.At(row.Max!.Value)}"/><rect class="box" x="{Axis.Text(x.Position(row.Month) - 4)}" y="{y.At(row.Q3!.Value)}" width="8" height="{Axis.Text(y.Position(row.Q1!.Value) - y.Position(row.Q3.Value))}"/>

        """)));

    private static Markup Line(Trajectory data, TrajectoryLine line, int index, Axis x, Axis y)
    {
        var style = $"subject{(line.Subject.HasIld == true ? " ild" : "")}{(data.HasMarks ? "" : " thin")}";
        var path = line.Points.Length == 1 ? Markup.Empty : Markup.Of($"<polyline class=\"{style}\" points=\"{string.Join(' ', line.Points.Select(point => $"{x.At(point.Month)},{y.At(point.Value)}"))}\"/>");
        return Markup.Of($"{path}{Marks()}\n");

        IEnumerable<Markup> Marks() =>
            data.HasMarks ? line.Points.Select(point => Symbols.Shape(index, x.At(point.Month), y.At(point.Value)))
            : line.Points.Length == 1 ? [Markup.Of($"<circle class=\"dot\" cx=\"{x.At(line.Points[0].Month)}\" cy=\"{y.At(line.Points[0].Value)}\" r=\"2\"/>")]
            : [];
    }

    private static Markup Mean(Trajectory data, Axis x, Axis y) => Markup.Of($"""
        {(data.Means.Length > 1 ? Markup.Of($"<polyline class=\"mean\" points=\"{string.Join(' ', data.Means.Select(row => $"{x.At(row.Month)},{y.At(row.Mean!.Value)}"))}\"/>\n") : Markup.Empty)}{data.Means.Select(row => Markup.Of($"<circle class=\"mean\" cx=\"{x.At(row.Month)}\" cy=\"{y.At(row.Mean!.Value)}\" r=\"4.5\"/>\n"))}
        """);

    private static IEnumerable<(Markup Symbol, string Meaning)> Key(Trajectory data)
    {
        if (!data.Means.IsEmpty)
        {
            yield return (new("<path class=\"mean\" d=\"M0 7H28\"/><circle class=\"mean\" cx=\"14\" cy=\"7\" r=\"4.5\"/>"), "mean");
        }

        if (data.Means.Any(row => row.MeanCi95 is not null))
        {
            yield return (new("<path class=\"band\" d=\"M0 1H28V13H0Z\"/>"), "95 % CI of the mean");
        }

        if (data.IsCrowd && data.Means.Any(row => row.Q1 is not null))
        {
            yield return (new("<path class=\"range\" d=\"M14 0V14\"/><rect class=\"box\" x=\"10\" y=\"4\" width=\"8\" height=\"6\"/>"), "quartiles, lowest and highest");
        }

        if (data.HasMarks)
        {
            foreach (var (index, line) in data.Lines.Index())
            {
                yield return (
                    Markup.Of($"<path class=\"{(line.Subject.HasIld == true ? "subject ild" : "subject")}\" d=\"M0 7H28\"/>{Symbols.Shape(index, "14", "7")}"),
                    $"{line.Subject.Subject}{(line.Subject.HasIld == true ? " (ILD)" : "")}");
            }
        }
        else
        {
            foreach (var (hasIld, meaning) in new[] { (true, "one subject with ILD"), (false, "one subject without") }.Where(one => data.Lines.Any(line => (line.Subject.HasIld == true) == one.Item1)))
            {
                yield return (Markup.Of($"<path class=\"{(hasIld ? "subject ild" : "subject")}\" d=\"M0 7H28\"/>"), meaning);
            }
        }
    }
}
