using System.Collections.Immutable;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Pages;

namespace SscPipeline.Reporting.Charts;

/// <summary>The words and figures beside a <see cref="TrajectoryChart"/>.</summary>
internal static class TrajectoryNumbers
{
    public static string Caption(Trajectory data) => string.Join(' ', new[]
    {
        data.Means.Length < data.Rows.Length ? "The mean is drawn where at least two subjects, and half of those expected, were seen." : "",
        "Who is seen changes over time, so the mean is not the course of one group.",
        data.IsCrowd ? $"More than {Trajectory.MostLines} subjects: no single lines." : "",
        data.Means.Any(row => row is { N: 2, MeanCi95: not null }) ? "An interval of two values may be cut by the frame." : "",
    }.Where(sentence => sentence.Length > 0));

    public static string Description(Trajectory data)
    {
        var means = data.Means.Select(row =>
            $"{MeasureSection.VisitName(row.Month).ToLowerInvariant()} {Rounded.Number(row.Mean, 1)}{(row.MeanCi95 is { } ci ? $" (95 % CI {Rounded.Interval(ci, 1)})" : "")}, n={Rounded.Count(row.N)}");
        var lines = data.Lines.IsEmpty ? "" : $" {data.Lines.Length} {(data.Lines.Length == 1 ? "subject is" : "subjects are")} drawn one by one; their values follow in a table.";
        return data.Means.IsEmpty ? lines.TrimStart() : $"Mean: {string.Join("; ", means)}.{lines}";
    }

    public static ImmutableArray<HtmlTable> Tables(Trajectory data) => [Means(data), Subjects(data)];

    private static HtmlTable Means(Trajectory data)
    {
        var table = new HtmlTable($"{data.Definition.Heading}: the mean line", "Visit", "n", "Expected", "Mean", "95 % CI of the mean", "Q1 to Q3", "Drawn") { TextColumns = [6] };
        foreach (var row in data.Rows)
        {
            table.Add(
                MeasureSection.VisitName(row.Month),
                Rounded.Count(row.N),
                Rounded.Count(row.NExpected),
                Rounded.Number(row.Mean, 2),
                Rounded.Interval(row.MeanCi95, 2),
                Rounded.Range(row.Q1, row.Q3, 2),
                Trajectory.SpeaksForMost(row) ? "yes" : "no, few seen");
        }

        return table;
    }

    private static HtmlTable Subjects(Trajectory data)
    {
        var table = new HtmlTable($"{data.Definition.Heading}: values of each subject", "Subject", "Site", "ILD", "Study day: value") { TextColumns = [1, 2, 3] };
        foreach (var line in data.Lines)
        {
            table.Add(
                line.Subject.Subject,
                line.Subject.Site,
                line.Subject.HasIld switch { true => "yes", false => "no", null => Rounded.None },
                string.Join("; ", line.Points.Select(point => $"{Rounded.Number(point.StudyDay, 0)}: {Rounded.Shortest(point.Value)}")));
        }

        return table;
    }
}
