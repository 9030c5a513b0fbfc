using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Sites;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Sites;

/// <summary>Checks every current document of a site again, from its bytes and together with the others as they are now, and compares with its
/// receipt: what differs is what later documents settled or broke.</summary>
internal sealed class SiteReview(Stores stores, DocumentVerdicts verdicts, ReceiptDesk receipts, PipelineSettings settings)
{
    /// <summary>Of all current documents together: about a second of checking. Above it the receipts stand as they are.</summary>
    private const int RowsAtMost = 10_000;

    /// <summary>False above the limit: then nobody looks at the rows of the documents.</summary>
    public static bool IsBounded(IEnumerable<SubmissionId> documents, ImmutableArray<LedgerEntry> entries)
    {
        var current = documents.ToHashSet();
        return entries.Where(entry => current.Contains(entry.SubmissionId)).Sum(entry => (long)entry.RowsRead) <= RowsAtMost;
    }

    public async Task<ImmutableArray<PageDocument>> RunAsync(
        SiteCode site, ImmutableArray<SiteDocument> documents, ImmutableArray<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var ledger = entries.ToDictionary(entry => entry.SubmissionId);
        var isBounded = IsBounded(documents.Select(document => document.Submission), entries);
        var mapping = verdicts.Mapping(await stores.Mappings.ReadAsync(site, cancellationToken) ?? "");
        var pages = ImmutableArray.CreateBuilder<PageDocument>(documents.Length);
        foreach (var document in documents)
        {
            var entry = ledger[document.Submission];
            var receipt = await receipts.FindAsync(entry, cancellationToken);
            var others = documents.Remove(document);
            var now = others.IsEmpty || !isBounded || entry.DictionaryVersion != verdicts.DictionaryVersion
                ? null
                : await CheckAsync(entry, new SiteContext(site, others), mapping, cancellationToken);
            pages.Add(Page(entry, receipt, now) with
            {
                IsReviewed = others.IsEmpty || now is not null,
                Later = [.. others.Where(other => ledger[other.Submission].CompletedAt > entry.CompletedAt).Select(other => other.Document)],
            });
        }

        return pages.MoveToImmutable();
    }

    /// <returns>Null when the bytes were not kept.</returns>
    private async Task<ImmutableArray<ReceiptIssue>?> CheckAsync(
        LedgerEntry entry, SiteContext context, Validation.HeaderMapping mapping, CancellationToken cancellationToken)
    {
        if (await stores.Evidence.OpenAsync(entry.Sha256, cancellationToken) is not { } evidence)
        {
            return null;
        }

        var opened = verdicts.Read(entry.Document, await evidence.ReadToEndAsync(cancellationToken), mapping, cancellationToken);
        return [.. verdicts.DescribeAll(verdicts.Check(opened, context, cancellationToken).Issues, settings.LanguageOf(context.Site))];
    }

    private static PageDocument Page(LedgerEntry entry, Receipt? receipt, ImmutableArray<ReceiptIssue>? now)
    {
        var told = receipt?.Issues ?? [];
        var page = new PageDocument(
            entry.Document, entry.SubmissionId.Value, entry.ReceivedAt, new RowCounts(entry.RowsRead, entry.RowsAccepted, entry.RowsWithheld), told, entry.Issues.Values.Sum())
        {
            Values = receipt?.Values,
        };
        if (now is not { } found)
        {
            return page;
        }

        var (before, after) = (told.Select(Sameness).ToHashSet(), found.Select(Sameness).ToHashSet());
        var cut = (receipt?.IssuesByCheck ?? entry.Issues).Where(check => told.Count(issue => issue.Check == check.Key) < check.Value).Select(check => check.Key).ToHashSet(StringComparer.Ordinal);
        return page with
        {
            Open = [.. found.Take(Receipt.MaxIssues)],
            OpenCount = found.Length,
            Settled = [.. told.Where(issue => !after.Contains(Sameness(issue)))],
            Broken = receipt is null ? [] : [.. found.Where(issue => !before.Contains(Sameness(issue)) && !cut.Contains(issue.Check))],
        };
    }

    /// <summary>The words may differ, for the other document may now say something else.</summary>
    private static (string, string?, string?, string?, string?) Sameness(ReceiptIssue issue) =>
        (issue.Check, issue.Sheet, issue.Cell, issue.Subject, issue.Variable);
}
