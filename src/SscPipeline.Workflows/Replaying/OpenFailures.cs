using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Replaying;

/// <summary>Submissions that failed or stuck, and that neither a replay nor an operator has settled since.</summary>
internal sealed class OpenFailures(Stores stores, TimeProvider time)
{
    /// <summary>Longer than any file may take, with all its attempts.</summary>
    private static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<(Poisoned Item, LedgerEntry Entry)>> ListAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var entries = await stores.Ledger.ListAsync(site, cancellationToken);
        var dropped = (await stores.Ledger.ActionsAsync(site, cancellationToken))
            .Where(action => action.Deed == OperatorDeed.Dropped).Select(action => action.Target).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from entry in entries.DistinctBy(entry => entry.SubmissionId.Upload)
               where IsOpen(entry) && !dropped.Contains(entry.SubmissionId.Value)
               let kind = entry.IsFinal ? PoisonKind.Failed : PoisonKind.Stuck
               select (new Poisoned(entry.SubmissionId.Value, kind, site.Value, entry.Document, entry.Attempt, entry.CompletedAt ?? entry.ReceivedAt), entry),
        ];
    }

    private bool IsOpen(LedgerEntry entry) =>
        entry.Status == SubmissionStatus.Failed
        || (entry.Status == SubmissionStatus.Processing && time.GetUtcNow() - entry.ReceivedAt > StuckAfter);
}
