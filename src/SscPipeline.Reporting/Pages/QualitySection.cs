using SscPipeline.Reporting.Charts;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>What the sites sent, what became of it, and what is not there.</summary>
internal static class QualitySection
{
    public static Markup Write(Summary summary) => Markup.Of($"""
        <h2 id="quality">Data quality</h2>
        {Pending(summary.Population)}
        {Sites(summary)}
        {IssueHeatMap.Write(summary)}
        {Missing(summary)}
        """);

    private static Markup Pending(Population population) => population.SubjectsPending is not > 0 ? Markup.Empty : Markup.Of(
        $"<p>{population.SubjectsPending} of {population.Subjects} subjects are named by visits or events only: their start of treatment, sex and height are still to come.</p>\n");

    private static Markup Sites(Summary summary)
    {
        var table = new HtmlTable("Submissions by site", "Site", "Documents", "Submissions", "Rows accepted", "Rows withheld", "Issues", "Last received")
        {
            TextColumns = [6],
        };
        foreach (var site in summary.Sites)
        {
            table.Add(
                site.Site,
                Rounded.Count(site.Documents),
                Rounded.Count(site.Submissions),
                Rounded.Count(site.RowsAccepted),
                Rounded.Share(site.RowsWithheld, site.RowsAccepted + site.RowsWithheld),
                Rounded.Count(site.IssuesByCheck.Values.Sum()),
                site.LastReceivedAt is { } received ? Rounded.Time(received) : Rounded.None);
        }

        return table.IsEmpty ? Markup.Of($"<p class=\"note\">Submissions of single sites are not shown here.</p>\n") : table.ToMarkup();
    }

    private static Markup Missing(Summary summary)
    {
        var table = new HtmlTable("Why values are missing, all sites", "Measure and visit", "n", "Not done or not sent", "Rejected", "Withdrawn", "Not yet due") { Notes = [MethodSection.Missing] };
        foreach (var measure in summary.Measures)
        {
            foreach (var row in measure.Rows.Where(row => row is { Scope: Cohort.Overall, Missing: { } why } && why.NotDone + why.Rejected + why.Withdrawn + why.NotYetDue > 0))
            {
                table.Add(
                    $"{measure.Variable}, {MeasureSection.VisitName(row.Month).ToLowerInvariant()}",
                    Rounded.Count(row.N),
                    Rounded.Count(row.Missing!.NotDone),
                    Rounded.Count(row.Missing.Rejected),
                    Rounded.Count(row.Missing.Withdrawn),
                    Rounded.Count(row.Missing.NotYetDue));
            }
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }
}
