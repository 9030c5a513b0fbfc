using SscPipeline.Domain.Sites;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Replaying;

/// <summary>What a replay would say, beside what is current now. Stores nothing.</summary>
internal sealed class ReplayPreview(Stores stores, SiteReader sites, DocumentVerdicts verdicts)
{
    public async Task<ReplayResult> RunAsync(LedgerEntry of, Upload upload, bool makesCurrent, CancellationToken cancellationToken)
    {
        var mapping = verdicts.Mapping(await stores.Mappings.ReadAsync(of.Site, cancellationToken) ?? "");
        var documents = await sites.ReadAsync(of.Site, await stores.Ledger.CurrentAsync(of.Site, cancellationToken), cancellationToken);
        var current = documents.FirstOrDefault(document => document.Document == of.Document);
        var opened = verdicts.Read(of.Document, upload.Content ?? [], mapping, cancellationToken);
        var verdict = verdicts.Check(
            opened, new SiteContext(of.Site, documents.RemoveAll(document => document.Document == of.Document)), cancellationToken);
        var after = new Evaluation(
            Verdict.Status(verdict), verdict.RowCounts.Accepted, verdict.RowCounts.Withheld, verdict.Issues.Length, verdicts.DictionaryVersion);
        var becomesCurrent = !verdict.IsRejected
            && (makesCurrent || current is null || current.Submission.IsOfSameUploadAs(of.SubmissionId) || current.Submission < of.SubmissionId);
        var counts = verdict.IsRejected ? OutcomeComparison.None.Counts : OutcomeComparison.Between(current?.Rows ?? [], verdict.Rows).Counts;
        return new ReplayResult(
            of.Site.Value, of.Document, of.SubmissionId.Value, SubmissionId: null, Evaluated.Of(of), after, counts, becomesCurrent, NotReplayed: null);
    }
}
