using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Sites;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>A submission that failed at its last attempt gets a final ledger row and a receipt that says it was our fault.</summary>
/// <remarks>The bytes stay in the inbox, and as evidence when they could be read; an operator can have them processed again. An upload
/// that has replaced the failed one meanwhile has its own attempts and is not touched.</remarks>
internal sealed class RecordPoison(
    Stores stores, UploadReader uploads, SubmissionRegister register, DocumentVerdicts verdicts, ReceiptDesk receipts, SitePages pages, Traces traces, TimeProvider time) : IRecordPoison
{
    public Task RunAsync(string message, CancellationToken cancellationToken) => RunAsync(FailedBlob.Read(message), cancellationToken);

    public Task RunAsync(FailedBlob failed, CancellationToken cancellationToken) => traces.RunAsync(SpanNames.Failure, async span =>
    {
        if (await FindAsync(failed, cancellationToken) is not { } entry)
        {
            return false;
        }

        var final = entry.IsFinal ? entry : await FailAsync(entry, cancellationToken);
        span.Describe(final ?? entry);
        if (final is { Status: SubmissionStatus.Failed } && await receipts.FindAsync(final, cancellationToken) is null)
        {
            await receipts.WriteAsync(final, verdict: null, annotated: null, cancellationToken);
        }

        await pages.WriteAsync(entry.Site, cancellationToken);
        return true;
    });

    /// <returns>Null when somebody settled it at that moment.</returns>
    private async Task<LedgerEntry?> FailAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var final = entry with
        {
            Status = SubmissionStatus.Failed,
            Attempt = entry.Attempt - 1,
            CompletedAt = time.GetUtcNow(),
            DictionaryVersion = verdicts.DictionaryVersion,
        };
        return await stores.Ledger.CommitAsync(final, move: null, rememberBytes: false, cancellationToken) == CommitOutcome.Committed ? final : null;
    }

    /// <returns>Null when the upload is gone and was never begun.</returns>
    private async Task<LedgerEntry?> FindAsync(FailedBlob poison, CancellationToken cancellationToken)
    {
        var upload = await uploads.ReadAsync(poison.BlobName, cancellationToken);
        if (upload is not null && poison.IsOf(upload.ETag))
        {
            return await register.BeginAsync(upload, cancellationToken);
        }

        var (site, document) = Upload.Place(poison.BlobName);
        var begun = (await stores.Ledger.ListAsync(site, cancellationToken))
            .FirstOrDefault(entry => entry.Document == document && entry.ReplayOf is null && poison.IsOf(entry.UploadETag));
        return begun is { IsFinal: false } ? await stores.Ledger.BeginEntryAsync(begun, cancellationToken) : begun;
    }
}
