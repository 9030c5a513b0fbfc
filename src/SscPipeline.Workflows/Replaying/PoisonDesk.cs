using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Replaying;

/// <summary>What an operator does with what failed: look at it, have it processed again, or let it go. Who did it is written down.</summary>
public sealed class PoisonDesk
{
    private readonly Stores stores;
    private readonly OpenFailures failures;
    private readonly PoisonMessages messages;
    private readonly ReplaySubmission replay;
    private readonly IIngestSubmission ingest;
    private readonly TimeProvider time;

    internal PoisonDesk(
        Stores stores, OpenFailures failures, PoisonMessages messages, ReplaySubmission replay, IIngestSubmission ingest, TimeProvider time) =>
        (this.stores, this.failures, this.messages, this.replay, this.ingest, this.time) = (stores, failures, messages, replay, ingest, time);

    /// <summary>What waits for an operator: submissions by site, then messages.</summary>
    public async Task<ImmutableArray<Poisoned>> ListAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<Poisoned>();
        foreach (var site in (IEnumerable<SiteCode>)[.. await stores.Ledger.SitesAsync(cancellationToken), SiteCode.Unassigned])
        {
            found.AddRange((await failures.ListAsync(site, cancellationToken)).Select(failure => failure.Item));
        }

        found.AddRange(await messages.ListAsync(cancellationToken));
        return found.ToImmutable();
    }

    /// <summary>What operators did with one submission or message, newest first.</summary>
    public async Task<ImmutableArray<OperatorDeedLine>> HistoryAsync(string site, string id, CancellationToken cancellationToken) =>
        [.. (await HistoryAsync(site, cancellationToken)).Where(line => line.Target == id || line.Result == id)];

    /// <summary>What operators did at a site, newest first.</summary>
    public async Task<ImmutableArray<OperatorDeedLine>> HistoryAsync(string site, CancellationToken cancellationToken) =>
    [
        .. (await stores.Ledger.ActionsAsync(SiteCode.ParsePlace(site), cancellationToken)).Select(action =>
            new OperatorDeedLine(action.Site.Value, action.Target, action.Deed.ToString(), action.By, action.At, action.Result)),
    ];

    /// <summary>Has it processed now. A failed submission becomes a replay.</summary>
    public Task<RequeueResult> RequeueAsync(Poisoned item, string by, CancellationToken cancellationToken) => item.Kind is PoisonKind.Message or PoisonKind.Event
        ? RequeueMessageAsync(item, by, cancellationToken)
        : RequeueSubmissionAsync(SiteCode.ParsePlace(item.Site), SubmissionId.Parse(item.Id), item.Id, by, cancellationToken);

    /// <summary>Lets it go: it is not listed any more. Its ledger row, receipt and bytes stay; the message is deleted.</summary>
    /// <returns>False when it was gone already.</returns>
    public async Task<bool> DropAsync(Poisoned item, string by, CancellationToken cancellationToken)
    {
        var site = SiteCode.ParsePlace(item.Site);
        if (item.Kind is PoisonKind.Message or PoisonKind.Event)
        {
            if (await messages.TakeAsync(item, cancellationToken) is not { } message)
            {
                return false;
            }

            await NoteAsync(site, item.Id, OperatorDeed.Dropped, by, result: null, cancellationToken);
            return await messages.QueueOf(item.Kind).DeleteAsync(message, cancellationToken);
        }

        if (await stores.Ledger.FindAsync(site, SubmissionId.Parse(item.Id), cancellationToken) is not { } entry)
        {
            return false;
        }

        if (!entry.IsFinal)
        {
            var final = entry with { Status = SubmissionStatus.Failed, CompletedAt = time.GetUtcNow() };
            if (await stores.Ledger.CommitAsync(final, move: null, rememberBytes: false, cancellationToken) != CommitOutcome.Committed)
            {
                return false;
            }
        }

        await NoteAsync(site, item.Id, OperatorDeed.Dropped, by, result: null, cancellationToken);
        return true;
    }

    private async Task<RequeueResult> RequeueMessageAsync(Poisoned item, string by, CancellationToken cancellationToken)
    {
        if (await messages.TakeAsync(item, cancellationToken) is not { } message)
        {
            return RequeueResult.No(item, "The message is gone, or a host is recording it at this moment: list again.");
        }

        if (PoisonMessages.About(message, item.Kind) is not { } blob)
        {
            await messages.QueueOf(item.Kind).ReleaseAsync(message, cancellationToken);
            return RequeueResult.No(item, "The message does not say which blob failed, so nothing can be processed again. Drop it.");
        }

        var (site, document) = Upload.Place(blob.BlobName);
        var known = (await stores.Ledger.ListAsync(site, cancellationToken)).FirstOrDefault(
            entry => entry.Document == document && entry.ReplayOf is null && blob.IsOf(entry.UploadETag));
        var result = known switch
        {
            { Status: SubmissionStatus.Failed or SubmissionStatus.Processing } =>
                await RequeueSubmissionAsync(site, known.SubmissionId, item.Id, by, cancellationToken),
            not null => new RequeueResult(item.Id, site.Value, known.SubmissionId.Value, known.Status, "It had been settled in the meantime."),
            null => await IngestAsync(item, blob, cancellationToken),
        };
        if (result.SubmissionId is null)
        {
            await messages.QueueOf(item.Kind).ReleaseAsync(message, cancellationToken);
            return result;
        }

        await NoteAsync(site, item.Id, OperatorDeed.Requeued, by, result.SubmissionId, cancellationToken);
        await messages.QueueOf(item.Kind).DeleteAsync(message, cancellationToken);
        return result;
    }

    private async Task<RequeueResult> IngestAsync(Poisoned item, FailedBlob blob, CancellationToken cancellationToken)
    {
        var ingested = await ingest.RunAsync(blob.BlobName, cancellationToken);
        return ingested.SubmissionId.Length == 0
            ? RequeueResult.No(item, "The upload is not in the inbox any more, and nothing of it was ever read. Drop the message; the site has to send the document again.")
            : new RequeueResult(item.Id, ingested.Site, ingested.SubmissionId, ingested.Status, Note: null);
    }

    private async Task<RequeueResult> RequeueSubmissionAsync(
        SiteCode site, SubmissionId submission, string id, string by, CancellationToken cancellationToken)
    {
        var entry = await stores.Ledger.FindAsync(site, submission, cancellationToken)
            ?? throw new ArgumentException($"Site {site.Value} has no submission {submission}.", nameof(submission));
        var replayed = await replay.RunAsync(entry, new ReplayOrder(MakesCurrent: false, IsDryRun: false, by), OperatorDeed.Requeued, cancellationToken);
        return new RequeueResult(id, site.Value, replayed.SubmissionId, replayed.After?.Status, replayed.NotReplayed);
    }

    private Task NoteAsync(SiteCode site, string target, OperatorDeed deed, string by, string? result, CancellationToken cancellationToken) =>
        stores.Ledger.NoteAsync(new OperatorAction(site, target, deed, by, time.GetUtcNow(), result), cancellationToken);
}
