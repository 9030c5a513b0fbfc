using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>Change of the skin score in this study beside what was published, in the manner of a forest plot.</summary>
internal static class LiteratureChart
{
    private const int RowHeight = 42;
    private const int Left = 8;
    private const int Right = Picture.Width - 12;

    private sealed record Line(string Name, string Details, double Change, IReadOnlyList<double>? Ci95, bool IsOwn, string? Kind);

    public static Markup Write(Summary summary)
    {
        List<Line> lines = [.. Own(summary), .. summary.Literature.Where(study => study.MrssChange is not null).Select(Published)];
        var x = Axis.Around([0, 2, .. lines.Select(line => line.Change), .. lines.SelectMany(line => line.Ci95 ?? [])], Left, Right);
        var bottom = lines.Count * RowHeight;
        return new Picture
        {
            Id = "chart-literature",
            Title = "Change of the skin score, this study and published ones",
            Description = string.Join("; ", lines.Select(line => $"{line.Name}{line.Details}: {Figure(line)}")) + ".",
            Height = bottom + 52,
            Drawing = Markup.Of($"""
                {x.Ticks().Select(tick => Markup.Of($"<path class=\"grid\" d=\"M{x.At(tick)} 4V{bottom + 6}\"/><text x=\"{x.At(tick)}\" y=\"{bottom + 24}\" text-anchor=\"middle\">{Axis.Label(tick)}</text>\n"))}<path class="zero" d="M{x.At(0)} 4V{bottom + 6}"/>
                {lines.Select((line, index) => Draw(line, x, index * RowHeight))}<text class="label" x="{(Left + Right) / 2}" y="{bottom + 44}" text-anchor="middle">Change of mRSS from baseline, points (left: better)</text>

                """),
            Key =
            [
                (new("<path class=\"spread\" d=\"M2 7H26\"/><circle class=\"mean\" cx=\"14\" cy=\"7\" r=\"5\"/>"), "this study, mean and 95 % CI"),
                (new("<circle class=\"other\" cx=\"14\" cy=\"7\" r=\"4.5\"/>"), "published mean"),
                (new("<rect class=\"other\" x=\"10\" y=\"3\" width=\"8\" height=\"8\"/>"), "difference computed from published values, or modelled"),
                (new("<path class=\"other\" d=\"M4 7L14 2L24 7L14 12Z\"/>"), "pooled, 95 % CI"),
            ],
            Caption = $"Different people, doses and times: no comparison of treatments. Where no interval is drawn, the source gives none.{Missing(summary)}",
            Numbers = [Table(lines)],
        }.ToMarkup();
    }

    private static IEnumerable<Line> Own(Summary summary) =>
        from row in summary.Measures.Single(measure => measure.Variable == Variables.MrssTotal).Rows
        where row is { Scope: Cohort.Overall, Month: 6 or 12 or 24, Change: { N: > 0 } }
        select new Line("This study", $", month {row.Month}, n={row.Change!.N}", row.Change.Mean!.Value, row.Change.Ci95, true, null);

    private static Line Published(LiteratureStudy study) => new(
        study.Study,
        $"{(study.MrssTime is { } time ? $", {time}" : "")}{(study.N is { } n ? $", n={n}" : "")}",
        study.MrssChange!.Value,
        study.MrssCi95,
        false,
        study.MrssKind);

    private static Markup Draw(Line line, Axis x, int top)
    {
        var y = top + 30;
        var change = line.Change;
        var ci = line.Ci95;
        var mark = line switch
        {
            { Kind: "pooled", Ci95: not null } => Markup.Of($"<path class=\"other\" d=\"M{x.At(ci![0])} {y}L{x.At(change)} {y - 6}L{x.At(ci[1])} {y}L{x.At(change)} {y + 6}Z\"/>"),
            { IsOwn: true } => Markup.Of($"{(ci is null ? Markup.Empty : Markup.Of($"<path class=\"spread\" d=\"M{x.At(ci[0])} {y}H{x.At(ci[1])}\"/>"))}<circle class=\"mean\" cx=\"{x.At(change)}\" cy=\"{y}\" r=\"6\"/>"),
            { Kind: "mean" } => Markup.Of($"<circle class=\"other\" cx=\"{x.At(change)}\" cy=\"{y}\" r=\"5\"/>"),
            _ => Markup.Of($"<rect class=\"other\" x=\"{Axis.Text(x.Position(change) - 4.5)}\" y=\"{Axis.Text(y - 4.5)}\" width=\"9\" height=\"9\"/>"),
        };
        return Markup.Of($"<rect class=\"back\" x=\"0\" y=\"{top + 1}\" width=\"{Picture.Width}\" height=\"21\"/><text class=\"label\" x=\"0\" y=\"{top + 17}\"><tspan class=\"strong\">{line.Name}</tspan>{line.Details}</text><text class=\"label\" x=\"{Right}\" y=\"{top + 17}\" text-anchor=\"end\">{Figure(line)}</text>\n{mark}\n");
    }

    private static string Figure(Line line) =>
        line.Ci95 is { } ci ? $"{Change(line)} ({Rounded.Interval(ci, 2)})" : Change(line);

    /// <summary>A published figure keeps the decimals of its source.</summary>
    private static string Change(Line line) => line.IsOwn ? Rounded.Number(line.Change, 2) : Rounded.AsPublished(line.Change);

    private static string Missing(Summary summary)
    {
        var without = summary.Literature.Where(study => study.MrssChange is null).Select(study => study.Study).ToList();
        return without.Count == 0 ? "" : $" No verified figure of change, so not drawn: {string.Join(", ", without)}.";
    }

    private static HtmlTable Table(List<Line> lines)
    {
        var table = new HtmlTable("Change of mRSS from baseline, points", "Study", "Change", "95 % CI", "What it is") { TextColumns = [3] };
        foreach (var line in lines)
        {
            table.Add($"{line.Name}{line.Details}", Change(line), Rounded.Interval(line.Ci95, 3), line.IsOwn ? "mean" : line.Kind ?? "as published");
        }

        return table;
    }
}
