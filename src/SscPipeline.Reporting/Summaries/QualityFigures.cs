using System.Collections.Immutable;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

internal static class QualityFigures
{
    private static readonly ImmutableArray<string> Used = ["Accepted", "AcceptedWithWarnings", "PartiallyAccepted"];

    /// <param name="sites">The rows of sites that no cut-off changes.</param>
    public static Quality Build(Cohort cohort, ImmutableArray<SiteActivity> activity, WindowRule rule, IReadOnlyList<SiteTables> sites)
    {
        List<(string Scope, IReadOnlyList<SiteActivity> Sites)> scopes =
            [(Cohort.Overall, activity), .. activity.Select(site => (site.Site, (IReadOnlyList<SiteActivity>)[site]))];
        return new Quality(
            activity.IsEmpty ? [] : [.. scopes.Select(scope => Accept(scope.Scope, scope.Sites))],
            [.. scopes.SelectMany(scope => Checks(scope.Scope, scope.Sites))],
            [.. from scope in cohort.Scopes where !scope.Subjects.IsEmpty from visit in Enumerable.Range(0, VisitSchedule.Visits.Length) select Visit(scope, visit, cohort.Grid(rule))],
            Agreements.Build(cohort, sites));
    }

    private static AcceptanceRow Accept(string scope, IReadOnlyList<SiteActivity> sites)
    {
        var byStatus = sites.SelectMany(site => site.SubmissionsByStatus)
            .GroupBy(status => status.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(status => status.Key, status => status.Sum(one => one.Value), StringComparer.Ordinal);
        var used = Used.Sum(status => byStatus.GetValueOrDefault(status));
        var (accepted, withheld) = (sites.Sum(site => site.RowsAccepted), sites.Sum(site => site.RowsWithheld));
        return new AcceptanceRow(
            scope,
            sites.Sum(site => site.Documents),
            sites.Sum(site => site.Submissions),
            byStatus,
            Share.Of(used, used + byStatus.GetValueOrDefault("Rejected")),
            Share.Of(accepted, accepted + withheld));
    }

    private static IEnumerable<CheckRow> Checks(string scope, IReadOnlyList<SiteActivity> sites)
    {
        var issues = Sum(sites.SelectMany(site => site.IssuesByCheck));
        var examined = Sum(sites.SelectMany(site => site.ExaminedByCheck));
        var unknown = sites.Where(site => site.ExaminedByCheck.IsEmpty).SelectMany(site => site.IssuesByCheck.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var check in issues.Keys.Union(examined.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (found, of) = (issues.GetValueOrDefault(check), examined.TryGetValue(check, out var count) && !unknown.Contains(check) ? count : (int?)null);
            yield return new CheckRow(scope, check, found, of, of > 0 ? 100.0 * found / of : null);
        }
    }

    private static Dictionary<string, int> Sum(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.GroupBy(count => count.Key, StringComparer.Ordinal).ToDictionary(check => check.Key, check => check.Sum(one => one.Value), StringComparer.Ordinal);

    private static VisitRow Visit(Scope scope, int visit, VisitGrid grid)
    {
        var (expected, seen, why) = (grid.Expected(visit, scope), 0, new int[Enum.GetValues<MissingWhy>().Length]);
        for (var subject = scope.First; subject < scope.First + scope.Subjects.Length; subject++)
        {
            if (grid.IsSeen(visit, subject))
            {
                seen++;
            }
            else
            {
                why[(int)grid.Why(visit, subject)]++;
            }
        }

        return new VisitRow(
            scope.Name, VisitSchedule.Visits[visit].Month, scope.Subjects.Length, expected, seen,
            why[(int)MissingWhy.NotDone], why[(int)MissingWhy.Withdrawn], why[(int)MissingWhy.NotYetDue], Share.Of(seen, expected));
    }
}
