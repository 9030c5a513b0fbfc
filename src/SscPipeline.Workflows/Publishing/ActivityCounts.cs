using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Publishing;

/// <summary>What the ledger tells of a site's submissions beyond rows and issues.</summary>
internal static class ActivityCounts
{
    /// <param name="all">Every submission of the site.</param>
    /// <param name="current">Those that documents point to.</param>
    public static SiteActivity WithCounts(this SiteActivity activity, IEnumerable<LedgerEntry> all, IEnumerable<LedgerEntry> current) => activity with
    {
        SubmissionsByStatus = all.Where(entry => entry is { IsFinal: true, ReplayOf: null })
            .CountBy(entry => entry.Status.ToString(), StringComparer.Ordinal)
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
        ExaminedByCheck = current.SelectMany(entry => entry.Examined)
            .GroupBy(check => check.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(check => check.Key, check => check.Sum(one => one.Value), StringComparer.Ordinal),
    };
}
