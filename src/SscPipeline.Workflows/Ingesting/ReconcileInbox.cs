using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Ingesting;

internal sealed class ReconcileInbox(
    Stores stores, IIngestSubmission ingest, LeftOpen left, Vitals vitals, Traces traces, Instruments instruments) : IReconcileInbox, IInboxHistory
{
    public Task<ReconcileResult> RunAsync(CancellationToken cancellationToken) => traces.RunAsync(SpanNames.Reconcile, async span =>
    {
        var (listed, ingested) = (0, 0);
        var failed = new List<Task>();
        await foreach (var blob in stores.Inbox.ListAsync(cancellationToken))
        {
            listed++;
            if (!await IsHandledAsync(blob.Name, blob.LastModified, blob.ETag, cancellationToken))
            {
                var work = ingest.RunAsync(blob.Name, cancellationToken);
                await Task.WhenAny(work);
                ingested++;
                if (!work.IsCompletedSuccessfully)
                {
                    failed.Add(work);
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        foreach (var site in (await stores.Ledger.SitesAsync(cancellationToken)).Append(SiteCode.Unassigned))
        {
            var work = left.SettleAsync(site, cancellationToken);
            await Task.WhenAny(work);
            failed.Add(work);
            cancellationToken.ThrowIfCancellationRequested();
        }

        span.Describe(listed, ingested);
        instruments.Reconciled(ingested);
        await vitals.RecordAsync(cancellationToken);

        // One submission that cannot be settled now must not keep those behind it waiting; that it could not is still told.
        await Task.WhenAll(failed);

        return new ReconcileResult(listed, ingested);
    });

    public async Task<bool> IsHandledAsync(string blobName, DateTimeOffset lastModified, string etag, CancellationToken cancellationToken)
    {
        var (site, document) = Upload.Place(blobName);
        var sameSecond = await stores.Ledger.UploadedAtAsync(site, lastModified, cancellationToken);
        return sameSecond.FirstOrDefault(entry => entry.IsFinal && entry.Document == document && entry.UploadETag.Trim('"') == etag.Trim('"')) is { } settled
            && await stores.Receipts.ExistsAsync(site, settled.SubmissionId, ReceiptDesk.Json, cancellationToken);
    }
}
