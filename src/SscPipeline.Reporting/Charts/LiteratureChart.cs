using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>Change of the skin score in this study beside what was published. Published intervals are not drawn: hardly any study gives one.</summary>
internal static class LiteratureChart
{
    private const int Width = 760;
    private const int RowHeight = 26;
    private const int Labels = 270;

    public static Markup Write(Summary summary)
    {
        var own = summary.Measures.Single(measure => measure.Variable == Variables.MrssTotal).Rows
            .Where(row => row is { Scope: Cohort.Overall, Month: 6 or 12 or 24, Change: { N: > 0 } })
            .ToList();
        var published = summary.Literature.Where(study => study.MrssChange is not null).ToList();
        var all = own.Select(row => row.Change!.Mean!.Value).Concat(own.SelectMany(row => row.Change!.Ci95 ?? [])).Concat(published.Select(study => study.MrssChange!.Value)).Append(0).ToList();
        var x = new Axis(Math.Floor(all.Min() / 5) * 5, Math.Max(5, Math.Ceiling(all.Max() / 5) * 5), Labels, Width - 20);
        var bottom = (own.Count + published.Count) * RowHeight;
        return Markup.Of($"""
            <figure>
            <svg viewBox="0 0 {Width} {bottom + 52}" role="img" aria-labelledby="chart-literature-title chart-literature-desc" class="chart">
            <title id="chart-literature-title">Change of the skin score, this study and published ones</title>
            <desc id="chart-literature-desc">Every figure is in the table that follows and in the tables of the skin score. Left of zero is improvement.</desc>
            {x.Ticks().Select(tick => Markup.Of($"<path class=\"grid\" d=\"M{x.At(tick)} 4V{bottom + 8}\"/><text x=\"{x.At(tick)}\" y=\"{bottom + 24}\" text-anchor=\"middle\">{Axis.Text(tick).Replace('-', '\u2212')}</text>\n"))}
            <path class="zero" d="M{x.At(0)} 4V{bottom + 8}"/>
            {own.Select((row, index) => Own(row, x, Middle(index)))}
            {published.Select((study, index) => Published(study, x, Middle(own.Count + index)))}
            <text x="{x.At((x.Low + x.High) / 2)}" y="{bottom + 44}" text-anchor="middle">Change of mRSS, points (left: better)</text>
            </svg>
            <figcaption>Filled: this study, mean with its 95 % CI. Hollow: as published, without an interval. Different people, doses and times: no comparison of treatments.</figcaption>
            </figure>

            """);
    }

    private static int Middle(int row) => (row * RowHeight) + (RowHeight / 2) + 4;

    private static Markup Own(MeasureRow row, Axis x, int y) => Markup.Of($"""
        <text class="label" x="0" y="{y + 4}">This study, month {row.Month} (n={row.Change!.N})</text>
        {(row.Change.Ci95 is { } ci ? Markup.Of($"<path class=\"spread\" d=\"M{x.At(ci[0])} {y}H{x.At(ci[1])}\"/>") : Markup.Empty)}<circle class="mean" cx="{x.At(row.Change.Mean!.Value)}" cy="{y}" r="6"/>

        """);

    private static Markup Published(LiteratureStudy study, Axis x, int y) => Markup.Of($"""
        <text class="label" x="0" y="{y + 4}">{study.Study}{(study.N is { } n ? $" (n={Rounded.Count(n)})" : "")}</text>
        <circle class="other" cx="{x.At(study.MrssChange!.Value)}" cy="{y}" r="5"/>

        """);
}
