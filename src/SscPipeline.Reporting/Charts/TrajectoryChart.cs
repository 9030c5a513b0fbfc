using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Charts;

/// <summary>One measure over time: a thin line a subject, the mean at the planned visits and its spread. The table beside it has the numbers.</summary>
internal static class TrajectoryChart
{
    private const int Width = 760;
    private const int Height = 340;

    /// <param name="subjects">Empty for the public audience.</param>
    public static Markup Write(Measure measure, IReadOnlyList<CohortSubject> subjects)
    {
        var means = measure.Rows.Where(row => row is { Scope: Cohort.Overall, Mean: not null } && SpeaksForMost(row)).ToList();
        var lines = subjects.Select(subject => Line(subject, measure.Variable)).Where(line => line.Length > 0).ToList();
        var values = lines.SelectMany(line => line.Select(point => point.Value)).Concat(means.Select(row => row.Mean!.Value)).ToList();
        if (means.Count < 2)
        {
            return Markup.Empty;
        }

        var label = MeasureDefinition.Of(measure.Variable).Heading;
        var x = new Axis(-1, 32, 50, Width - 12);
        var y = new Axis(Math.Floor(Math.Min(values.Min(), means.Min(Lower)) / 5) * 5, Math.Ceiling(Math.Max(values.Max(), means.Max(Upper)) / 5) * 5, Height - 40, 12);
        var id = $"chart-{measure.Variable}";
        return Markup.Of($"""
            <figure>
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="{id}-title {id}-desc" class="chart">
            <title id="{id}-title">{label} over time</title>
            <desc id="{id}-desc">{Description(means, lines.Count)}</desc>
            {y.Ticks().Select(tick => Markup.Of($"<path class=\"grid\" d=\"M50 {y.At(tick)}H{Width - 12}\"/><text x=\"44\" y=\"{y.At(tick)}\" dy=\"4\" text-anchor=\"end\">{Axis.Text(tick)}</text>\n"))}
            {VisitSchedule.Visits.Select(visit => Markup.Of($"<text x=\"{x.At(visit.Month)}\" y=\"{Height - 20}\" text-anchor=\"middle\">{visit.Month}</text>\n"))}
            <text x="{Width / 2}" y="{Height - 3}" text-anchor="middle">Months since the first dose</text>
            {lines.Select(line => Markup.Of($"<polyline class=\"subject\" points=\"{Points(line, x, y)}\"/>\n"))}
            {means.Where(row => row.Sd is not null).Select(row => Markup.Of($"<path class=\"spread\" d=\"M{x.At(row.Month)} {y.At(Lower(row))}V{y.At(Upper(row))}\"/>\n"))}
            <polyline class="mean" points="{Points([.. means.Select(row => ((double)row.Month, row.Mean!.Value))], x, y)}"/>
            {means.Select(row => Markup.Of($"<circle class=\"mean\" cx=\"{x.At(row.Month)}\" cy=\"{y.At(row.Mean!.Value)}\" r=\"4\"/>\n"))}
            </svg>
            <figcaption>{label}. Thick: mean at visits where at least half of those expected were seen, with ± 1 SD{(lines.Count > 0 ? "; thin: one line a subject" : "")}. Who is seen changes over time, so the mean line is not the course of one group.</figcaption>
            </figure>

            """);
    }

    /// <summary>A mean of the few that happened to be measured would leap about and say nothing of the group.</summary>
    private static bool SpeaksForMost(MeasureRow row) => row.NExpected is not { } expected || row.N * 2 >= expected;

    private static double Lower(MeasureRow row) => row.Mean!.Value - (row.Sd ?? 0);

    private static double Upper(MeasureRow row) => row.Mean!.Value + (row.Sd ?? 0);

    private static string Description(List<MeasureRow> means, int subjects) =>
        $"Mean {Rounded.Number(means[0].Mean, 1)} at {Pages.MeasureSection.VisitName(means[0].Month).ToLowerInvariant()} (n={Rounded.Count(means[0].N)}), "
        + $"{Rounded.Number(means[^1].Mean, 1)} at {Pages.MeasureSection.VisitName(means[^1].Month).ToLowerInvariant()} (n={Rounded.Count(means[^1].N)})"
        + (subjects > 0 ? $"; {Rounded.Count(subjects)} subjects drawn." : ".");

    private static ImmutableArray<(double Month, double Value)> Line(CohortSubject subject, string variable) =>
        [.. from visit in subject.Visits
            where visit.StudyDay is >= -30 and <= 973 && visit.Number(variable) is not null
            select ((visit.StudyDay!.Value - 1) / (double)VisitSchedule.DaysPerMonth, (double)visit.Number(variable)!.Value)];

    private static string Points(ImmutableArray<(double Month, double Value)> points, Axis x, Axis y) =>
        string.Join(' ', points.Select(point => $"{x.At(point.Month)},{y.At(point.Value)}"));
}
