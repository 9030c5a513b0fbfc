using System.Text.Json;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Api;

/// <summary>What one site may read: its own submissions, receipts and annotated copies.</summary>
public sealed class SiteFiles
{
    /// <summary>Of submissions in one list.</summary>
    public const int Most = 1_000;

    private readonly Stores stores;
    private readonly SubmissionDesk submissions;
    private readonly ReceiptDesk receipts;

    internal SiteFiles(Stores stores, SubmissionDesk submissions, ReceiptDesk receipts) =>
        (this.stores, this.submissions, this.receipts) = (stores, submissions, receipts);

    /// <param name="top">The newest so many.</param>
    public async Task<ApiFile> SubmissionsAsync(SiteCode site, int top, CancellationToken cancellationToken)
    {
        var newest = (await submissions.ListAsync(site, cancellationToken)).Take(top).ToList();
        return new ApiFile(JsonSerializer.SerializeToUtf8Bytes(newest, ApiJson.Default.ListSubmissionOverview), ApiFile.Json);
    }

    /// <returns>Null when there is none, or none yet.</returns>
    public async Task<ApiFile?> ReceiptAsync(SiteCode site, SubmissionId submission, FileForm form, CancellationToken cancellationToken) => form == FileForm.Html
        ? await OpenAsync(site, submission, ReceiptDesk.Html, ApiFile.Html, cancellationToken)
        : await OpenAsync(site, submission, ReceiptDesk.Json, ApiFile.Json, cancellationToken);

    /// <returns>Null when there is none, or none yet.</returns>
    public async Task<ApiFile?> AnnotatedAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken) =>
        await receipts.FindAsync(site, submission, cancellationToken) is { Annotated: { } name }
            ? await OpenAsync(site, submission, name, name.EndsWith('m') ? ApiFile.MacroWorkbook : ApiFile.Workbook, cancellationToken) is { } copy
                ? copy with { SaveAs = name }
                : null
            : null;

    /// <summary>Whether the ledger knows the submission and its verdict is not there yet.</summary>
    public async Task<bool> IsPendingAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken) =>
        await stores.Ledger.FindAsync(site, submission, cancellationToken) is not null
        && !await stores.Receipts.ExistsAsync(site, submission, ReceiptDesk.Json, cancellationToken);

    private async Task<ApiFile?> OpenAsync(SiteCode site, SubmissionId submission, string name, string type, CancellationToken cancellationToken) =>
        await stores.Receipts.OpenAsync(site, submission, name, cancellationToken) is { } blob
            ? new ApiFile(await blob.ReadToEndAsync(cancellationToken), type, blob.Facts.ETag)
            : null;
}
