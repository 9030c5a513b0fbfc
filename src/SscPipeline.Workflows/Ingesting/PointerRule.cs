using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Ingesting;

/// <param name="Move">Null when the pointer stays.</param>
/// <param name="Replaces">What was current before; null for a document's first version and when the pointer stays.</param>
internal sealed record PointerDecision(PointerMove? Move, SubmissionId? Replaces, bool IsSuperseded)
{
    public static PointerDecision None { get; } = new(null, null, false);
}

/// <summary>The newest upload of a document is current, whatever the order of delivery.</summary>
/// <remarks>Blob storage tells time to the second. Within one second the upload that lies in the inbox now is the newest: the
/// others were overwritten by it.</remarks>
internal sealed class PointerRule(Stores stores)
{
    public async Task<PointerDecision> DecideAsync(LedgerEntry entry, string uploadETag, CancellationToken cancellationToken)
    {
        var current = (await stores.Ledger.CurrentAsync(entry.Site, cancellationToken)).FirstOrDefault(pointer => pointer.Document == entry.Document);
        var move = new PointerMove(entry.Document, entry.SubmissionId, current?.ETag);
        if (current is null || current.SubmissionId == entry.SubmissionId)
        {
            return new PointerDecision(move, null, false);
        }

        var isNewer = current.SubmissionId.UploadedAt == entry.SubmissionId.UploadedAt
            ? await stores.Inbox.CurrentETagAsync(BlobName(entry), cancellationToken) == uploadETag
            : entry.SubmissionId > current.SubmissionId;
        return isNewer ? new PointerDecision(move, current.SubmissionId, false) : new PointerDecision(null, null, true);
    }

    private static string BlobName(LedgerEntry entry) =>
        entry.Site == SiteCode.Unassigned ? entry.Document : $"{entry.Site.Value}/{entry.Document}";
}
