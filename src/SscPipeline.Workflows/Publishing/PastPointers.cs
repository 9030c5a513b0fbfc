using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Which submission of each document was current when a part of a site's ledger was all of it.</summary>
/// <remarks>A ledger row is written together with its pointer's move and never changes afterwards: it says when the submission became
/// current and which one it replaced. So the last link of each document's chain was current.</remarks>
internal static class PastPointers
{
    public static IEnumerable<DocumentPointer> Of(IEnumerable<LedgerEntry> entries) =>
        from entry in entries
        where BecameCurrent(entry)
        group entry by entry.Document into moves
        select new DocumentPointer(moves.Key, Last([.. moves]).SubmissionId, ETag: "");

    private static bool BecameCurrent(LedgerEntry entry) =>
        !entry.IsSuperseded
        && entry.Status is SubmissionStatus.Accepted or SubmissionStatus.AcceptedWithWarnings or SubmissionStatus.PartiallyAccepted;

    /// <summary>What nobody replaced. Clocks of two hosts may differ, so the chain counts before the time.</summary>
    private static LedgerEntry Last(IReadOnlyList<LedgerEntry> moves)
    {
        var replaced = moves.Select(entry => entry.Replaces).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var open = moves.Where(entry => !replaced.Contains(entry.SubmissionId.Value)).ToList();
        return (open.Count > 0 ? open : moves).OrderBy(entry => entry.CompletedAt).ThenBy(entry => entry.SubmissionId).Last();
    }
}
