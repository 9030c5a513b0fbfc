using System.Collections.Immutable;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Pages;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>Response of the lung at each planned visit: subjects with ILD, stacked.</summary>
/// <remarks>A visit of which a part is withheld is not drawn.</remarks>
internal static class LungResponseChart
{
    private const int Left = 46;
    private const int Right = Picture.Width - 12;
    private const int Top = 28;
    private const int Bottom = 240;

    private static readonly ImmutableArray<(string Style, string Name, Func<IldResponseCounts, int?> Count)> Parts =
    [
        ("worsened", "worsened", row => row.Worsened),
        ("open", "open (DLCO missing)", row => row.Indeterminate),
        ("stable", "stable", row => row.Stable),
        ("improved", "improved", row => row.Improved),
    ];

    public static Markup Write(IldResponse response)
    {
        var rows = response.ByMonth.Where(row => row.Scope == Cohort.Overall && Parts.All(part => part.Count(row) is not null) && Total(row) > 0).ToList();
        if (rows.Count == 0)
        {
            return Markup.Empty;
        }

        var highest = rows.Max(Total);
        var y = new Axis(0, highest <= 6 ? highest : Axis.Around([0, highest], 0, 1).High, Bottom, Top);
        return new Picture
        {
            Id = "chart-lung-response",
            Title = "Response of the lung in subjects with ILD, by visit",
            Description = string.Join("; ", rows.Select(Words)) + ".",
            Height = Bottom + 46,
            Drawing = Markup.Of($"""
                <defs>{Hatch("hatch-stable", "M0 6L6 0")}{Hatch("hatch-worsened", "M0 6L6 0M0 0L6 6")}</defs>
                <text class="label" x="0" y="14">Subjects with ILD</text>
                {y.Ticks().Where(double.IsInteger).Select(tick => Markup.Of($"<path class=\"grid\" d=\"M{Left} {y.At(tick)}H{Right}\"/><text x=\"{Left - 6}\" y=\"{y.At(tick)}\" dy=\".35em\" text-anchor=\"end\">{Axis.Label(tick)}</text>\n"))}{rows.Select((row, index) => Bar(row, index, rows.Count, y))}<text class="label" x="{(Left + Right) / 2}" y="{Bottom + 38}" text-anchor="middle">Month of the visit</text>

                """),
            Key = [.. Parts.Reverse().Select(part => (Markup.Of($"<rect class=\"{part.Style}\" x=\"2\" y=\"1\" width=\"24\" height=\"12\"/>"), part.Name))],
            Caption = "Numbers in the bars are subjects. Different subjects are seen at different visits.",
            Numbers = [Table(rows)],
        }.ToMarkup();
    }

    private static Markup Hatch(string id, string lines) => Markup.Of(
        $"<pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path class=\"{id}\" d=\"M0 0H6V6H0Z\"/><path class=\"hatch\" d=\"{lines}\"/></pattern>");

    private static Markup Bar(IldResponseCounts row, int index, int count, Axis y)
    {
        var room = (Right - Left) / (double)count;
        var width = Math.Min(56, room * 0.7);
        var middle = Left + ((index + 0.5) * room);
        var below = 0;
        var segments = new List<Markup>();
        foreach (var part in Parts.Where(part => part.Count(row) > 0))
        {
            var n = part.Count(row)!.Value;
            var (top, bottom) = (y.Position(below + n), y.Position(below));
            below += n;
            segments.Add(Markup.Of($"<rect class=\"{part.Style}\" x=\"{Axis.Text(middle - (width / 2))}\" y=\"{Axis.Text(top)}\" width=\"{Axis.Text(width)}\" height=\"{Axis.Text(bottom - top)}\"/>"));
            if (bottom - top >= 16)
            {
                segments.Add(Markup.Of($"<text class=\"inside\" x=\"{Axis.Text(middle)}\" y=\"{Axis.Text((top + bottom) / 2)}\" dy=\".35em\" text-anchor=\"middle\">{n}</text>"));
            }
        }

        return Markup.Of($"{segments}<text x=\"{Axis.Text(middle)}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{row.Month}</text>\n");
    }

    private static int Total(IldResponseCounts row) => Parts.Sum(part => part.Count(row) ?? 0);

    private static string Words(IldResponseCounts row) =>
        $"{MeasureSection.VisitName(row.Month)}: {string.Join(", ", Parts.Reverse().Select(part => $"{part.Count(row)} {part.Name}"))}";

    private static HtmlTable Table(List<IldResponseCounts> rows)
    {
        var table = new HtmlTable("Response of the lung, subjects with ILD", ["Visit", "n", .. Parts.Reverse().Select(part => part.Name)]);
        foreach (var row in rows)
        {
            table.Add([MeasureSection.VisitName(row.Month), Rounded.Count(Total(row)), .. Parts.Reverse().Select(part => Rounded.Count(part.Count(row)))]);
        }

        return table;
    }
}
