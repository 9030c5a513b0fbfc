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
        {Issues(summary)}
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

    private static Markup Issues(Summary summary)
    {
        var sites = summary.Sites.Where(site => site.IssuesByCheck.Values.Any(count => count > 0)).ToList();
        var table = new HtmlTable("Issues by check and site", ["Check", .. sites.Select(site => site.Site), "All"]);
        foreach (var check in sites.SelectMany(site => site.IssuesByCheck.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var counts = sites.Select(site => site.IssuesByCheck.GetValueOrDefault(check)).ToList();
            table.Add([check, .. counts.Select(count => Rounded.Count(count)), Rounded.Count(counts.Sum())]);
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup Missing(Summary summary)
    {
        var table = new HtmlTable("Why values are missing, all sites", "Measure and visit", "n", "Not done or not sent", "Rejected", "Withdrawn", "Not yet due");
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
