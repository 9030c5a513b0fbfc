using SscPipeline.Storage;

namespace SscPipeline.Workflows.Ingesting;

internal sealed class ReconcileInbox(Stores stores, IIngestSubmission ingest) : IReconcileInbox, IInboxHistory
{
    public async Task<ReconcileResult> RunAsync(CancellationToken cancellationToken)
    {
        var (listed, ingested) = (0, 0);
        await foreach (var blob in stores.Inbox.ListAsync(cancellationToken))
        {
            listed++;
            if (!await IsHandledAsync(blob.Name, blob.LastModified, blob.ETag, cancellationToken))
            {
                await ingest.RunAsync(blob.Name, cancellationToken);
                ingested++;
            }
        }

        return new ReconcileResult(listed, ingested);
    }

    public async Task<bool> IsHandledAsync(string blobName, DateTimeOffset lastModified, string etag, CancellationToken cancellationToken)
    {
        var (site, document) = Upload.Place(blobName);
        var sameSecond = await stores.Ledger.UploadedAtAsync(site, lastModified, cancellationToken);
        return sameSecond.Any(entry => entry.IsFinal && entry.Document == document && entry.UploadETag.Trim('"') == etag.Trim('"'));
    }
}
