using System.Collections.Immutable;
using System.Globalization;

namespace SscPipeline.Reporting.Summaries;

/// <summary>The headline figures of Guo 2012 (doi:10.1007/s10067-012-2032-2). Data that agree with the paper must give all of them.</summary>
public static class SeedPaper
{
    public static ImmutableArray<PublishedFigure> Compare(Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var population = summary.Population;
        var month6 = Change(summary, 6);
        var month24 = Change(summary, 24);
        var lungs = summary.IldResponse.AtLast;
        return
        [
            Figure("Subjects, women", "6, 6", Text($"{population.Subjects}, {population.Female}")),
            Figure("Imatinib, mg/day, lowest to highest", "200 to 200", Text($"{population.DoseMgPerDay.Min} to {population.DoseMgPerDay.Max}")),
            Figure("Months of treatment, median (range)", "23 (10-30)", Text($"{population.TreatmentMonths.Median:0} ({population.TreatmentMonths.Min:0}-{population.TreatmentMonths.Max:0})")),
            Figure("Skin score, mean change at 6 months", "-6.29, n=6", Text($"{month6?.Mean:0.00}, n={month6?.N}")),
            Figure("Skin score, changes at 24 months", "-8, -18, -30.5, n=3", Text($"{month24?.Max}, {month24?.Median}, {month24?.Min}, n={month24?.N}")),
            Figure(
                "Lung, subjects with ILD",
                "2: 2 improved or stable",
                Text($"{lungs.Length}: {lungs.Count(lung => lung.Category is ResponseCategory.Improved or ResponseCategory.Stable)} improved or stable")),
            Figure(
                "Parenteral nutrition stopped, albumin restored",
                "1, 1",
                Text($"{summary.Nutrition.TpnDiscontinued}, {summary.Nutrition.AlbuminRestored}")),
            Figure("Serious events, subjects, unlikely related, recovered", "2, 2, 2, 2", SeriousEvents(summary.AdverseEvents)),
        ];
    }

    private static string SeriousEvents(AdverseEvents events)
    {
        var unlikely = events.SeriousEvents.Count(one => one.Causality?.StartsWith("UNLIKELY", StringComparison.OrdinalIgnoreCase) == true);
        var recovered = events.SeriousEvents.Count(one => one.Outcome?.StartsWith("RECOVERED", StringComparison.OrdinalIgnoreCase) == true);
        return Text($"{events.Serious}, {events.SubjectsWithSerious}, {unlikely}, {recovered}");
    }

    private static MeasureChange? Change(Summary summary, int month) => summary.Measures
        .FirstOrDefault(measure => measure.Variable == Domain.Outcomes.Variables.MrssTotal)?
        .Rows.FirstOrDefault(row => row.Scope == Cohort.Overall && row.Month == month)?
        .Change;

    private static PublishedFigure Figure(string figure, string published, string computed) =>
        new(figure, published, computed, published == computed);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
