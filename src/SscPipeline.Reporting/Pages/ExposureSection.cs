using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>How much was taken, and how often events happened meanwhile.</summary>
internal static class ExposureSection
{
    public static Markup Write(Summary summary) => Markup.Of($"""
        <h2 id="exposure">Exposure and rates of events</h2>
        {Exposure(summary)}
        {Rates(summary)}
        """);

    private static Markup Exposure(Summary summary)
    {
        var table = new HtmlTable(
            "Imatinib", "Scope", "Subjects treated", "Months, median", "Lowest to highest", "Patient-months", "Mean daily dose, mg", "Cumulative dose, g, median", "On treatment at cut-off");
        foreach (var row in ShownScopes.Of(summary.Exposure, row => row.Scope))
        {
            table.Add(
                ShownScopes.Label(row.Scope),
                Rounded.Count(row.TreatmentMonths.N),
                Rounded.Number(row.TreatmentMonths.Median, 1),
                Rounded.Range(row.TreatmentMonths.Min, row.TreatmentMonths.Max, 1),
                Rounded.Number(row.PatientMonths, 1),
                Rounded.MeanAndSd(row.MeanDailyDoseMg.Mean, row.MeanDailyDoseMg.Sd, 0),
                Rounded.Number(row.CumulativeDoseG.Median, 1),
                Rounded.Share(row.OnTreatmentAtCutOff.K, row.OnTreatmentAtCutOff.N));
        }

        return table.IsEmpty ? Markup.Of($"<p class=\"note\">Not shown here.</p>\n") : table.ToMarkup();
    }

    private static Markup Rates(Summary summary)
    {
        var table = new HtmlTable(
            "Adverse events, all sites, per 100 patient-months of treatment", "Kind", "Events", "Subjects", "On treatment", "Per 100 patient-months", "95 % CI, exact");
        foreach (var row in summary.EventRates.Where(row => row.Scope == Cohort.Overall))
        {
            table.Add(
                row.Group == "all" ? "All events" : $"{char.ToUpperInvariant(row.Group[0])}{row.Group[1..]}: {(row.Level == "missing" ? "not recorded" : row.Level)}",
                Rounded.Count(row.Events),
                Rounded.Count(row.Subjects),
                Rounded.Count(row.OnTreatment),
                Rounded.Number(row.Per100PatientMonths, 2),
                Rounded.Interval(row.Ci95, 2));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }
}
