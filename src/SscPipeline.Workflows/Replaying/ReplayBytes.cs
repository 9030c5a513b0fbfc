using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Replaying;

/// <summary>Finds the bytes of a submission again: as evidence, or in the inbox while they are what lies there.</summary>
internal sealed class ReplayBytes(Stores stores, UploadReader uploads)
{
    /// <returns>Null when they are in neither place.</returns>
    public async Task<Upload?> FindAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (await stores.Evidence.OpenAsync(entry.Sha256, cancellationToken) is { } kept)
        {
            var content = await kept.ReadToEndAsync(cancellationToken);
            return new Upload(entry.Site, entry.Document, entry.ReceivedAt, entry.UploadETag, entry.Sha256, content.Length, content);
        }

        var upload = await uploads.ReadAsync(Upload.BlobName(entry.Site, entry.Document), cancellationToken);
        return upload?.Sha256 == entry.Sha256 ? upload with { LastModified = entry.ReceivedAt, ETag = entry.UploadETag } : null;
    }
}
