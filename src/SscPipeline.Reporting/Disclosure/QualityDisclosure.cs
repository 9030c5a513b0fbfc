using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Acceptance and issues of all sites together: these count rows and values, not persons, but few rows may be one person's.</summary>
internal static class QualityDisclosure
{
    public static Quality? Publish(Quality? quality, ImmutableArray<VisitRow> visits, DisclosureRules rules) => quality is null ? null : new Quality(
        [.. quality.Acceptance.Where(row => row.Scope == Cohort.Overall).Select(row => row with
        {
            ByStatus = row.ByStatus.Clear(),
            Accepted = Reduce(row.Accepted, rules),
            RowsAccepted = Reduce(row.RowsAccepted, rules),
        })],
        [.. quality.Checks.Where(row => row.Scope == Cohort.Overall && row.Issues >= rules.Minimum).Select(row =>
            row.Examined is { } examined && rules.IsSmall(examined - row.Issues) ? row with { Examined = null, IssuesPer100 = null } : row)],
        visits,
        []);

    private static Share Reduce(Share share, DisclosureRules rules) =>
        share is { K: { } k, N: { } n } && (rules.IsSmall(k) || rules.IsSmall(n - k)) ? new Share(null, rules.IsSmall(n) ? null : n, null, null) : share;
}
