using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Validation;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>When a submission disagrees with other current documents, their receipts are completed: both sides are told.</summary>
internal sealed class ConflictNotices(Stores stores, SiteReader sites, DocumentVerdicts verdicts, ReceiptDesk receipts, PipelineSettings settings)
{
    /// <remarks>Safe to repeat: what a receipt says already is not said again.</remarks>
    public async Task SendAsync(LedgerEntry later, CheckedDocument? verdict, CancellationToken cancellationToken)
    {
        if (later.IsSuperseded || verdict is not { IsRejected: false } || !verdict.Issues.Any(issue => issue.Check == DocumentChecker.DisagreementCheck))
        {
            return;
        }

        var subjects = verdict.Issues.Where(issue => issue.Check == DocumentChecker.DisagreementCheck).Select(issue => issue.Subject).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var documents = await sites.ReadAsync(later.Site, await stores.Ledger.CurrentAsync(later.Site, cancellationToken), subjects, cancellationToken);
        var site = SiteData.Join(later.Site, documents);
        foreach (var told in documents.Select(document => document.Submission).Where(submission => submission != later.SubmissionId))
        {
            var issues = verdicts.Describe(DocumentChecker.Disagreements(site, told, later.SubmissionId), settings.LanguageOf(later.Site));
            if (!issues.IsEmpty && await receipts.FindAsync(later.Site, told, cancellationToken) is { } receipt)
            {
                await CompleteAsync(receipt, issues, cancellationToken);
            }
        }
    }

    private async Task CompleteAsync(Receipt receipt, IEnumerable<ReceiptIssue> issues, CancellationToken cancellationToken)
    {
        var added = issues.Except(receipt.Issues).ToList();
        if (added.Count == 0)
        {
            return;
        }

        var counts = receipt.IssuesByCheck;
        foreach (var issue in added)
        {
            counts = counts.SetItem(issue.Check, counts.GetValueOrDefault(issue.Check) + 1);
        }

        var completed = receipt with
        {
            Status = receipt.Status == SubmissionStatus.Accepted ? SubmissionStatus.AcceptedWithWarnings : receipt.Status,
            Issues = [.. receipt.Issues.Concat(added).Take(Receipt.MaxIssues)],
            IssuesByCheck = counts,
        };
        await receipts.SaveAsync(completed, cancellationToken);
    }
}
