using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>Acceptance, issues by what was examined, visits expected and seen, and agreement of % predicted.</summary>
internal static class ReliabilitySection
{
    public static Markup Write(Summary summary) => summary.Quality is not { } quality
        ? Markup.Empty
        : Markup.Join(Acceptance(quality), Checks(quality), Visits(quality), Agreement(quality));

    private static Markup Acceptance(Quality quality)
    {
        var table = new HtmlTable("Acceptance", "Scope", "Submissions", "Used, whole or in part", "95 % CI, Wilson", "Rows accepted");
        foreach (var row in ShownScopes.Of(quality.Acceptance, row => row.Scope))
        {
            table.Add(
                ShownScopes.Label(row.Scope),
                Rounded.Count(row.Submissions),
                row.Accepted.N == 0 ? Rounded.None : Rounded.Share(row.Accepted.K, row.Accepted.N),
                Percent.Interval(row.Accepted.Wilson95),
                Rounded.Share(row.RowsAccepted.K, row.RowsAccepted.N));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup Checks(Quality quality)
    {
        var table = new HtmlTable("Issues by check, of what was examined", "Check and scope", "Issues", "Examined", "Per 100 examined");
        foreach (var row in ShownScopes.Of(quality.Checks, row => row.Scope).Where(row => row.Issues > 0))
        {
            table.Add($"{row.Check}, {ShownScopes.Label(row.Scope)}", Rounded.Count(row.Issues), Rounded.Count(row.Examined), Rounded.Number(row.IssuesPer100, 1));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup Visits(Quality quality)
    {
        var table = new HtmlTable("Visits expected and seen", "Visit and scope", "Subjects", "Expected", "Seen", "Not done or not sent", "Withdrawn", "Not yet due");
        foreach (var row in ShownScopes.Of(quality.Visits, row => row.Scope))
        {
            table.Add(
                $"{MeasureSection.VisitName(row.Month)}, {ShownScopes.Label(row.Scope)}",
                Rounded.Count(row.Subjects),
                Rounded.Count(row.Expected),
                Rounded.Share(row.ExpectedSeen.K, row.ExpectedSeen.N),
                Rounded.Count(row.NotDone),
                Rounded.Count(row.Withdrawn),
                Rounded.Count(row.NotYetDue));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup Agreement(Quality quality)
    {
        var table = new HtmlTable(
            "% predicted: the site's own minus the recomputed one, in points", "Variable and scope", "Values", "Mean difference (SD)", "Limits of agreement", "Within 5 points");
        foreach (var row in ShownScopes.Of(quality.Agreement, row => row.Scope))
        {
            table.Add(
                $"{row.Variable}, {ShownScopes.Label(row.Scope)}",
                Rounded.Count(row.N),
                Rounded.MeanAndSd(row.MeanDifference, row.SdDifference, 1),
                Rounded.Interval(row.Limits95, 1),
                Rounded.Share(row.Within5.K, row.Within5.N));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }
}
