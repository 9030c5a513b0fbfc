using System.Text.Json;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>A submission that failed at its last attempt gets a final ledger row and a receipt that says it was our fault.</summary>
/// <remarks>The bytes stay in the inbox, and as evidence when they could be read; an operator can ingest them again.</remarks>
internal sealed class RecordPoison(
    Stores stores, UploadReader uploads, SubmissionRegister register, DocumentVerdicts verdicts, ReceiptDesk receipts, SitePages pages, TimeProvider time) : IRecordPoison
{
    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(message);
        var blobName = json.RootElement.GetProperty("BlobName").GetString()
            ?? throw new InvalidOperationException("A poison message names no blob.");
        if (await uploads.ReadAsync(blobName, cancellationToken) is not { } upload)
        {
            return;
        }

        var entry = await register.BeginAsync(upload, cancellationToken);
        if (!entry.IsFinal)
        {
            await FailAsync(entry, cancellationToken);
        }

        await pages.WriteAsync(entry.Site, cancellationToken);
    }

    private async Task FailAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var final = entry with
        {
            Status = SubmissionStatus.Failed,
            Attempt = entry.Attempt - 1,
            CompletedAt = time.GetUtcNow(),
            DictionaryVersion = verdicts.DictionaryVersion,
        };
        if (await stores.Ledger.CommitAsync(final, move: null, rememberBytes: false, cancellationToken) == CommitOutcome.Committed)
        {
            await receipts.WriteAsync(final, verdict: null, annotated: null, cancellationToken);
        }
    }
}
