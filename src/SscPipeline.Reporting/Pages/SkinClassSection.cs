using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>Classes of change of the skin score, beside the responders.</summary>
internal static class SkinClassSection
{
    public static Markup Write(Summary summary)
    {
        var table = new HtmlTable(
            "Skin score by size of change, all sites; 95 % CI by Wilson",
            "Visit", "5 points or more better", "95 % CI", "3 points or more better", "95 % CI", "Progressors: over 5 points and 25 % worse", "95 % CI");
        foreach (var row in summary.SkinClasses.Where(row => row.Scope == Cohort.Overall))
        {
            table.Add(
                MeasureSection.VisitName(row.Month),
                Rounded.Share(row.Decrease5.K, row.Decrease5.N),
                Percent.Interval(row.Decrease5.Wilson95),
                Rounded.Share(row.Decrease3.K, row.Decrease3.N),
                Percent.Interval(row.Decrease3.Wilson95),
                Rounded.Share(row.Progressors.K, row.Progressors.N),
                Percent.Interval(row.Progressors.Wilson95));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }
}
