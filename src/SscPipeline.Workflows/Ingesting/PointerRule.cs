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

/// <summary>The newest upload of a document is current, whatever the order of delivery. A replay stands where its upload stood, unless
/// an operator gave it another's place.</summary>
/// <remarks>Blob storage tells time to the second. Within one second the upload that lies in the inbox now is the newest: the
/// others were overwritten by it.</remarks>
internal sealed class PointerRule(Stores stores)
{
    public async Task<PointerDecision> DecideAsync(LedgerEntry entry, string uploadETag, CancellationToken cancellationToken)
    {
        var current = (await stores.Ledger.CurrentAsync(entry.Site, cancellationToken)).FirstOrDefault(pointer => pointer.Document == entry.Document);
        var move = new PointerMove(entry.Document, entry.SubmissionId, current?.ETag);
        if (current is null)
        {
            return new PointerDecision(move, null, false);
        }

        if (current.SubmissionId.IsOfSameUploadAs(entry.SubmissionId))
        {
            return entry.SubmissionId.Revision < current.SubmissionId.Revision
                ? new PointerDecision(null, null, true)
                : new PointerDecision(
                    move with { Newest = current.Newest == current.SubmissionId ? entry.SubmissionId : current.Newest },
                    current.SubmissionId == entry.SubmissionId ? null : current.SubmissionId,
                    false);
        }

        return entry.TakesPlaceOf == current.SubmissionId.Value
            ? new PointerDecision(move with { Newest = current.Newest }, current.SubmissionId, false)
            : await IsNewestAsync(entry, current.Newest, uploadETag, cancellationToken)
            ? new PointerDecision(move, current.SubmissionId, false)
            : new PointerDecision(null, null, true);
    }

    private async Task<bool> IsNewestAsync(LedgerEntry entry, SubmissionId newest, string uploadETag, CancellationToken cancellationToken) =>
        !entry.SubmissionId.IsOfSameUploadAs(newest)
        && (Second(entry.SubmissionId) == Second(newest)
            ? await stores.Inbox.CurrentETagAsync(Upload.BlobName(entry.Site, entry.Document), cancellationToken) == uploadETag
            : entry.SubmissionId > newest);

    /// <summary>An id may be some milliseconds later than its upload, when another document had the same bytes in that second.</summary>
    private static long Second(SubmissionId submission) => submission.UploadedAt.ToUnixTimeSeconds();
}
