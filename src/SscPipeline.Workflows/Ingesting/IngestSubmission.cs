using System.Globalization;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>One upload, from the inbox to its receipt: evidence, verdict, outcomes, ledger and pointer in one transaction, receipt last.</summary>
/// <remarks>Every step may be run again: a crash leaves the old state or the new one. Bad data is a verdict; only a fault of the
/// world escapes, and the host tries again.</remarks>
internal sealed class IngestSubmission(
    Stores stores,
    UploadReader uploads,
    DocumentVerdicts verdicts,
    SiteReader sites,
    SubmissionRegister register,
    PointerRule pointers,
    OtherWorkers others,
    ConflictNotices notices,
    ReceiptDesk receipts,
    AnnotatedCopy copies,
    PipelineSettings settings,
    SitePages pages,
    SpreadsheetLimits limits,
    Traces traces,
    Instruments instruments,
    TimeProvider time) : IIngestSubmission
{
    private static readonly WorkbookFault OutsideSite = new(WorkbookFaultKind.OutsideSite, "");

    public async Task<IngestResult> RunAsync(string blobName, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var result = await traces.RunAsync(SpanNames.Submission, _ => IngestAsync(blobName, cancellationToken));
        instruments.Ingested(result.Status, time.GetElapsedTime(started));
        return result;
    }

    private async Task<IngestResult> IngestAsync(string blobName, CancellationToken cancellationToken)
    {
        if (await traces.StepAsync(SpanNames.Read, () => uploads.ReadAsync(blobName, cancellationToken)) is not { } upload)
        {
            return new IngestResult(Upload.Place(blobName).Site.Value, "", SubmissionStatus.Processing, 0, 0);
        }

        var entry = await register.BeginAsync(upload, cancellationToken);
        var receipt = await SettleAsync(entry, upload, cancellationToken);
        return new IngestResult(receipt.Site, receipt.SubmissionId, receipt.Status, receipt.Rows.Accepted, receipt.IssuesByCheck.Values.Sum());
    }

    /// <summary>From the ledger row of an upload or a replay that was just begun to its receipt.</summary>
    public Task<Receipt> SettleAsync(LedgerEntry entry, Upload upload, CancellationToken cancellationToken) => traces.RunAsync(SpanNames.Submission, async span =>
    {
        span.Describe(entry, upload);
        var (receipt, saved) = entry.IsFinal
            ? (await receipts.FindAsync(entry, cancellationToken) ?? await RecallAsync(entry, upload, cancellationToken), null)
            : await DecideAsync(entry, upload, cancellationToken);
        span.Describe(receipt);
        await traces.StepAsync(SpanNames.Page, () => pages.WriteAsync(entry.Site, saved, cancellationToken));
        return receipt;
    });

    /// <returns>The receipt, and the rows when it was this call that saved them.</returns>
    private async Task<(Receipt Receipt, SavedRows? Saved)> DecideAsync(LedgerEntry entry, Upload upload, CancellationToken cancellationToken)
    {
        var document = await ReadAsync(upload, cancellationToken);
        var begun = entry;
        for (var round = 1; !entry.IsFinal; round++)
        {
            var first = entry.ReplayOf is null ? await stores.Ledger.FindAcceptedBytesAsync(entry.Site, entry.Sha256, cancellationToken) : null;
            var verdict = first is null || first.SubmissionId == entry.SubmissionId
                ? await CheckAsync(document, entry, cancellationToken)
                : null;
            var attempt = (Entry: entry, IsRepeat: round > 1);
            if (verdict is not null
                && !await traces.StepAsync(SpanNames.Store, () => StoreAsync(attempt.Entry, document, upload, verdict, attempt.IsRepeat, cancellationToken)))
            {
                entry = await others.WaitAsync(begun, cancellationToken);
                break;
            }

            if (await traces.StepAsync(SpanNames.Commit, () => CommitAsync(attempt.Entry, upload, verdict, cancellationToken)) is { } final)
            {
                var receipt = await TellAsync(final, document, upload, verdict, cancellationToken);
                return (receipt, verdict is { IsRejected: false } ? new SavedRows(final.SubmissionId, verdict.Rows) : null);
            }

            // Somebody moved the pointer, sent the same bytes or settled this very submission meanwhile: look again.
            entry = await stores.Ledger.FindAsync(entry.Site, entry.SubmissionId, cancellationToken)
                ?? throw new InvalidOperationException("A submission's ledger row vanished.");
            if (entry.Claim != begun.Claim)
            {
                entry = await others.WaitAsync(begun, cancellationToken);
            }
        }

        return (await receipts.FindAsync(entry, cancellationToken) ?? await RecallAsync(entry, upload, cancellationToken), null);
    }

    /// <summary>The bytes, unless they name a person, and the rows, unless the file is rejected.</summary>
    /// <returns>False when another worker has begun the submission since.</returns>
    private async Task<bool> StoreAsync(
        LedgerEntry entry, OpenedDocument document, Upload upload, CheckedDocument verdict, bool isRepeat, CancellationToken cancellationToken)
    {
        if (document.IsReadable && !Verdict.NamesPersons(verdict))
        {
            await stores.Evidence.SaveAsync(upload.Sha256, new MemoryStream(upload.Content!, writable: false), cancellationToken);
        }

        return verdict.IsRejected || await stores.Outcomes.SaveAsync(entry.Site, entry.SubmissionId, verdict.Rows, entry.Attempt, isRepeat, cancellationToken);
    }

    /// <returns>The final ledger row; null when the ledger has moved on meanwhile.</returns>
    private async Task<LedgerEntry?> CommitAsync(LedgerEntry entry, Upload upload, CheckedDocument? verdict, CancellationToken cancellationToken)
    {
        var (final, move) = await FinalAsync(entry, upload, verdict, cancellationToken);
        return await stores.Ledger.CommitAsync(final, move, rememberBytes: IsAccepted(final.Status), cancellationToken) == CommitOutcome.Committed ? final : null;
    }

    private Task<Receipt> TellAsync(LedgerEntry final, OpenedDocument document, Upload upload, CheckedDocument? verdict, CancellationToken cancellationToken) =>
        traces.StepAsync(SpanNames.Receipt, async () =>
        {
            await notices.SendAsync(final, verdict, cancellationToken);
            return await receipts.WriteAsync(final, verdict, Annotated(document, upload, verdict, cancellationToken), cancellationToken);
        });

    private async Task<(LedgerEntry Final, PointerMove? Move)> FinalAsync(
        LedgerEntry entry, Upload upload, CheckedDocument? verdict, CancellationToken cancellationToken)
    {
        var status = verdict is null ? SubmissionStatus.Duplicate : Verdict.Status(verdict);
        var pointer = IsAccepted(status) ? await pointers.DecideAsync(entry, upload.ETag, cancellationToken) : PointerDecision.None;
        var final = entry with
        {
            Status = status,
            RowsRead = verdict?.RowCounts.Read ?? 0,
            RowsAccepted = verdict?.RowCounts.Accepted ?? 0,
            RowsWithheld = verdict?.RowCounts.Withheld ?? 0,
            Issues = Verdict.CountByCheck(verdict),
            Examined = Verdict.ExaminedByCheck(verdict),
            CompletedAt = time.GetUtcNow(),
            DictionaryVersion = verdicts.DictionaryVersion,
            Replaces = pointer.Replaces?.Value,
            IsSuperseded = pointer.IsSuperseded,
        };
        return (final, pointer.Move);
    }

    private Task<OpenedDocument> ReadAsync(Upload upload, CancellationToken cancellationToken) => traces.StepAsync(SpanNames.Recognise, async () => upload switch
    {
        _ when upload.Site == SiteCode.Unassigned => verdicts.Refuse(upload.Document, OutsideSite, cancellationToken),
        { Content: null } => verdicts.Refuse(upload.Document, TooLarge(upload.Length), cancellationToken),
        _ => verdicts.Read(
            upload.Document, upload.Content, verdicts.Mapping(await stores.Mappings.ReadAsync(upload.Site, cancellationToken) ?? ""), cancellationToken),
    });

    private Task<CheckedDocument> CheckAsync(OpenedDocument document, LedgerEntry entry, CancellationToken cancellationToken) => traces.StepAsync(SpanNames.Check, async () =>
    {
        var current = await stores.Ledger.CurrentAsync(entry.Site, cancellationToken);
        var documents = await sites.ReadAsync(entry.Site, current.Where(pointer => pointer.Document != entry.Document), document.Reading.Subjects, cancellationToken);
        return verdicts.Check(document, new SiteContext(entry.Site, documents), cancellationToken);
    });

    /// <summary>The ledger has decided and the receipt was lost to a crash: it is made again from the same bytes.</summary>
    private async Task<Receipt> RecallAsync(LedgerEntry entry, Upload upload, CancellationToken cancellationToken)
    {
        if (entry.Status is SubmissionStatus.Duplicate or SubmissionStatus.Failed)
        {
            return await traces.StepAsync(SpanNames.Receipt, () => receipts.WriteAsync(entry, verdict: null, annotated: null, cancellationToken));
        }

        var document = await ReadAsync(upload, cancellationToken);
        return await TellAsync(entry, document, upload, await CheckAsync(document, entry, cancellationToken), cancellationToken);
    }

    private AnnotatedFile? Annotated(OpenedDocument document, Upload upload, CheckedDocument? verdict, CancellationToken cancellationToken) =>
        verdict is null || upload.Content is null ? null : copies.Make(document, verdict, settings.LanguageOf(upload.Site), cancellationToken);

    private WorkbookFault TooLarge(long length) => new(
        WorkbookFaultKind.LimitExceeded,
        string.Create(CultureInfo.InvariantCulture, $"{length / 1_048_576.0:0.#} MB"),
        string.Create(CultureInfo.InvariantCulture, $"{limits.FileBytes / 1_048_576} MB a file"));

    private static bool IsAccepted(SubmissionStatus status) =>
        status is SubmissionStatus.Accepted or SubmissionStatus.AcceptedWithWarnings or SubmissionStatus.PartiallyAccepted;
}
