using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Replaying;

/// <summary>Evaluates the bytes of one submission again, with today's dictionary, settings and neighbours, as a submission of its own.</summary>
/// <remarks>What was written before stays. A submission that was begun and never settled is settled under its own id instead.</remarks>
internal sealed class ReplaySubmission(Stores stores, ReplayBytes bytes, ReplayPreview preview, IngestSubmission ingest, TimeProvider time)
{
    public async Task<ReplayResult> RunAsync(LedgerEntry of, ReplayOrder order, OperatorDeed deed, CancellationToken cancellationToken)
    {
        if (of.Status == SubmissionStatus.Duplicate)
        {
            var first = await stores.Ledger.FindAcceptedBytesAsync(of.Site, of.Sha256, cancellationToken);
            return Nothing(of, ReplayText.Duplicate(of, first?.SubmissionId.Value));
        }

        if (await bytes.FindAsync(of, cancellationToken) is not { } upload)
        {
            return Nothing(of, ReplayText.NoBytes(of));
        }

        if (order.IsDryRun)
        {
            return await preview.RunAsync(of, upload, order.MakesCurrent, cancellationToken);
        }

        var begun = await stores.Ledger.BeginEntryAsync(of.IsFinal ? await NextAsync(of, order, cancellationToken) : of, cancellationToken);
        await stores.Ledger.NoteAsync(
            new OperatorAction(of.Site, of.SubmissionId.Value, deed, order.By, time.GetUtcNow(), begun.SubmissionId.Value), cancellationToken);
        var receipt = await ingest.SettleAsync(begun, upload, cancellationToken);
        var final = await stores.Ledger.FindAsync(of.Site, begun.SubmissionId, cancellationToken)
            ?? throw new InvalidOperationException("A replay's ledger row vanished.");
        var current = await CurrentAsync(of, cancellationToken);
        return new ReplayResult(
            of.Site.Value, of.Document, of.SubmissionId.Value, final.SubmissionId.Value, Evaluated.Of(of), Evaluated.Of(final), receipt.Outcomes,
            current == final.SubmissionId, NotReplayed: null);
    }

    /// <summary>The next free id of the upload; one that was begun and left is taken up again.</summary>
    private async Task<LedgerEntry> NextAsync(LedgerEntry of, ReplayOrder order, CancellationToken cancellationToken)
    {
        var last = (await stores.Ledger.UploadedAtAsync(of.Site, of.SubmissionId.UploadedAt, cancellationToken))
            .Where(entry => entry.SubmissionId.IsOfSameUploadAs(of.SubmissionId))
            .MaxBy(entry => entry.SubmissionId.Revision) ?? of;
        var current = await CurrentAsync(of, cancellationToken);
        var takesPlaceOf = order.MakesCurrent && current?.IsOfSameUploadAs(of.SubmissionId) == false ? current.Value.Value : null;
        return new LedgerEntry
        {
            Site = of.Site,
            SubmissionId = last is { IsFinal: false, ReplayOf: not null } ? last.SubmissionId : last.SubmissionId.Replayed(),
            Document = of.Document,
            Sha256 = of.Sha256,
            UploadETag = of.UploadETag,
            ReceivedAt = of.ReceivedAt,
            ReplayOf = of.SubmissionId.Value,
            TakesPlaceOf = takesPlaceOf,
        };
    }

    private async Task<SubmissionId?> CurrentAsync(LedgerEntry of, CancellationToken cancellationToken) =>
        (await stores.Ledger.CurrentAsync(of.Site, cancellationToken)).FirstOrDefault(pointer => pointer.Document == of.Document)?.SubmissionId;

    private static ReplayResult Nothing(LedgerEntry of, string why) => new(
        of.Site.Value, of.Document, of.SubmissionId.Value, SubmissionId: null, Evaluated.Of(of), After: null, Outcomes: null, IsCurrent: false, why);
}
