using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>Tells a site what became of its submission, from the ledger's final word and the verdict.</summary>
internal sealed class ReceiptDesk(Stores stores, DocumentVerdicts verdicts, PipelineSettings settings, Instruments instruments, TimeProvider time)
{
    public const string Json = "receipt.json";
    public const string Html = "receipt.html";

    public async Task<Receipt?> FindAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        await FindAsync(entry.Site, entry.SubmissionId, cancellationToken);

    public async Task<Receipt?> FindAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken) =>
        await stores.Receipts.OpenAsync(site, submission, Json, cancellationToken) is { } blob
            ? ReceiptJson.Read(await blob.ReadToEndAsync(cancellationToken))
            : null;

    /// <param name="final">A final ledger row.</param>
    /// <param name="verdict">Null for a duplicate and for a failure of ours, whose content was not examined.</param>
    /// <param name="annotated">Null when there is no annotated copy.</param>
    public async Task<Receipt> WriteAsync(LedgerEntry final, CheckedDocument? verdict, AnnotatedFile? annotated, CancellationToken cancellationToken)
    {
        var receipt = await MakeAsync(final, verdict, cancellationToken) with { Annotated = annotated?.Name };
        if (annotated is not null)
        {
            annotated.Content.Position = 0;
            await stores.Receipts.WriteAsync(final.Site, final.SubmissionId, annotated.Name, annotated.Content, cancellationToken);
        }

        await SaveAsync(receipt, cancellationToken);
        instruments.Settled(final, time.GetUtcNow());
        return receipt;
    }

    /// <summary>The JSON goes last: where it lies, the receipt is complete.</summary>
    public async Task SaveAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        var site = SiteCode.ParsePlace(receipt.Site);
        var id = SubmissionId.Parse(receipt.SubmissionId);
        await stores.Receipts.WriteAsync(site, id, Html, new MemoryStream(ReceiptHtml.Write(receipt, Guide(receipt)), writable: false), cancellationToken);
        await stores.Receipts.WriteAsync(site, id, Json, new MemoryStream(ReceiptJson.Write(receipt), writable: false), cancellationToken);
    }

    /// <summary>What explains this receipt, in its language.</summary>
    public ReceiptGuide Guide(Receipt receipt) => verdicts.Guide(LanguageCode.TryParse(receipt.Language) ?? Language.English);

    private async Task<Receipt> MakeAsync(LedgerEntry final, CheckedDocument? verdict, CancellationToken cancellationToken)
    {
        var isCurrent = verdict is { IsRejected: false } && !final.IsSuperseded;
        var comparison = isCurrent
            ? await OutcomeComparison.BetweenAsync(Replaced(final, cancellationToken), verdict!.Rows, cancellationToken)
            : OutcomeComparison.None;
        var language = settings.LanguageOf(final.Site);

        return new Receipt
        {
            SubmissionId = final.SubmissionId.Value,
            Site = final.Site.Value,
            Document = final.Document,
            Sha256 = final.Sha256,
            Status = final.Status,
            ReceivedAt = final.ReceivedAt,
            CompletedAt = final.CompletedAt ?? final.ReceivedAt,
            DictionaryVersion = final.DictionaryVersion,
            Rows = verdict?.RowCounts ?? new RowCounts(0, 0, 0),
            Values = verdict?.ValueCounts ?? new ValueCounts(0, 0, 0, 0),
            Outcomes = comparison.Counts,
            Changes = comparison.Changes,
            Issues = verdicts.Describe(verdict?.Issues ?? [], language),
            IssuesByCheck = final.Issues,
            Checks = verdict?.Checks ?? [],
            Language = LanguageCode.Of(language),
            Conversions = verdict?.Conversions ?? [],
            ProposedMapping = verdict?.ProposedMapping ?? [],
            Replaces = final.Replaces,
            IsSuperseded = final.IsSuperseded,
            ReplayOf = final.ReplayOf,
            DuplicateOf = final.Status == SubmissionStatus.Duplicate ? await FirstAsync(final, cancellationToken) : null,
        };
    }

    private IAsyncEnumerable<Domain.Outcomes.OutcomeRow> Replaced(LedgerEntry final, CancellationToken cancellationToken) =>
        final.Replaces is { } replaced
            ? stores.Outcomes.StreamAsync(final.Site, SubmissionId.Parse(replaced), cancellationToken)
            : AsyncEnumerable.Empty<Domain.Outcomes.OutcomeRow>();

    private async Task<DuplicateOf?> FirstAsync(LedgerEntry duplicate, CancellationToken cancellationToken)
    {
        var first = await stores.Ledger.FindAcceptedBytesAsync(duplicate.Site, duplicate.Sha256, cancellationToken)
            ?? throw new InvalidOperationException("A duplicate's first submission vanished from the ledger.");
        var pointers = await stores.Ledger.CurrentAsync(duplicate.Site, cancellationToken);
        var current = pointers.FirstOrDefault(pointer => pointer.Document == first.Document)?.SubmissionId;
        var inUse = current?.IsOfSameUploadAs(first.SubmissionId) == true ? current.Value : first.SubmissionId;
        return new DuplicateOf(inUse.Value, first.Document, first.ReceivedAt, current?.Value);
    }
}
