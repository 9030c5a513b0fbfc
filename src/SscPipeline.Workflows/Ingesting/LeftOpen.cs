using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Replaying;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>What a crash left open at a site and no upload brings back: submissions without a receipt, or without a verdict once another
/// upload has taken their place in the inbox; and a page that does not show the ledger as it stands.</summary>
/// <remarks>Safe to repeat, and beside a worker that is only slow: whoever begins a submission last settles it.</remarks>
internal sealed class LeftOpen(
    Stores stores, SiteReader sites, ReplayBytes bytes, IngestSubmission ingest, RecordPoison failures, ReceiptDesk receipts, SitePages pages, TimeProvider time)
{
    /// <summary>A receipt follows its ledger row within this time, or is taken for lost.</summary>
    private static readonly TimeSpan ReceiptPatience = TimeSpan.FromSeconds(5);

    /// <summary>Longer than any file may take, with all its attempts.</summary>
    private static readonly TimeSpan VerdictPatience = TimeSpan.FromMinutes(10);

    public async Task SettleAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var told = await ToldAsync(site, cancellationToken);
        foreach (var entry in (await stores.Ledger.ListAsync(site, cancellationToken)).Reverse())
        {
            if (entry.IsFinal ? IsOld(entry.CompletedAt, ReceiptPatience) && !told.Contains(entry.SubmissionId.Value) : await IsReplacedAsync(entry, cancellationToken))
            {
                await SettleAsync(entry, cancellationToken);
            }
        }

        if (site != SiteCode.Unassigned)
        {
            var documents = await sites.RefreshAsync(site, cancellationToken);
            await pages.RefreshAsync([new SiteState(site, documents, await stores.Ledger.ListAsync(site, cancellationToken))], cancellationToken);
        }
    }

    private async Task SettleAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (await bytes.FindAsync(entry, cancellationToken) is { } upload)
        {
            await ingest.SettleAsync(entry.IsFinal ? entry : await stores.Ledger.BeginEntryAsync(entry, cancellationToken), upload, cancellationToken);
        }
        else if (entry.IsFinal)
        {
            await receipts.WriteAsync(entry, verdict: null, annotated: null, cancellationToken);
        }
        else
        {
            await failures.RunAsync(new FailedBlob(Upload.BlobName(entry.Site, entry.Document), entry.UploadETag.Trim('"')), cancellationToken);
        }
    }

    /// <summary>A replay that was left is its operator's to take up again.</summary>
    private async Task<bool> IsReplacedAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        entry.ReplayOf is null
        && IsOld(entry.ReceivedAt, VerdictPatience)
        && await stores.Inbox.CurrentETagAsync(Upload.BlobName(entry.Site, entry.Document), cancellationToken) != entry.UploadETag;

    private bool IsOld(DateTimeOffset? since, TimeSpan patience) => time.GetUtcNow() - since > patience;

    private async Task<HashSet<string>> ToldAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in stores.Receipts.ListAsync(site, cancellationToken))
        {
            if (blob.Name.Split('/') is [_, var submission, ReceiptDesk.Json])
            {
                told.Add(submission);
            }
        }

        return told;
    }
}
