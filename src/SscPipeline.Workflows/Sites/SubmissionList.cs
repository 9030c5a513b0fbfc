using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Sites;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Sites;

/// <summary>The ledger of a site as its page tells it: what replaced what, and what repeats what.</summary>
internal static class SubmissionList
{
    /// <param name="entries">Newest first.</param>
    /// <param name="annotated">Names of annotated copies by submission.</param>
    public static ImmutableArray<PageSubmission> Of(
        ImmutableArray<LedgerEntry> entries, ImmutableArray<SiteDocument> documents, ImmutableDictionary<string, string> annotated)
    {
        var current = documents.Select(document => document.Submission).ToHashSet();
        var replacedBy = entries.Where(entry => entry.Replaces is not null).ToLookup(entry => entry.Replaces, entry => entry.SubmissionId.Value, StringComparer.Ordinal);
        var first = entries
            .Where(entry => entry.Status is SubmissionStatus.Accepted or SubmissionStatus.AcceptedWithWarnings or SubmissionStatus.PartiallyAccepted)
            .GroupBy(entry => entry.Sha256, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Min(entry => entry.SubmissionId).Value, StringComparer.Ordinal);
        return
        [
            .. entries.Select(entry => new PageSubmission(
                entry.SubmissionId.Value, entry.Document, entry.Status, entry.ReceivedAt,
                new RowCounts(entry.RowsRead, entry.RowsAccepted, entry.RowsWithheld), entry.Issues.Values.Sum())
            {
                IsCurrent = current.Contains(entry.SubmissionId),
                IsSuperseded = entry.IsSuperseded,
                Replaces = entry.Replaces,
                ReplacedBy = replacedBy[entry.SubmissionId.Value].FirstOrDefault(),
                DuplicateOf = entry.Status == SubmissionStatus.Duplicate ? first.GetValueOrDefault(entry.Sha256) : null,
                Annotated = annotated.GetValueOrDefault(entry.SubmissionId.Value),
            }),
        ];
    }
}
