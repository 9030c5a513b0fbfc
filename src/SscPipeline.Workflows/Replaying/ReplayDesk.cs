using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Replaying;

/// <summary>What an operator does with evidence: look what would change, and have it evaluated again.</summary>
public sealed class ReplayDesk
{
    private readonly Stores stores;
    private readonly ReplaySelection selection;
    private readonly ReplaySubmission replay;
    private readonly SiteReader sites;

    internal ReplayDesk(Stores stores, ReplaySelection selection, ReplaySubmission replay, SiteReader sites) =>
        (this.stores, this.selection, this.replay, this.sites) = (stores, selection, replay, sites);

    /// <summary>Sites and submissions that a request means, the oldest of a site first; empty when there is none.</summary>
    public async Task<ImmutableArray<(SiteCode Site, SubmissionId Submission)>> FindAsync(ReplayRequest request, CancellationToken cancellationToken) =>
        [.. (await selection.FindAsync(request, cancellationToken)).Select(entry => (entry.Site, entry.SubmissionId))];

    /// <summary>Safe to repeat: each time is a submission of its own, and what was there before stays.</summary>
    /// <exception cref="ArgumentException">There is no such submission.</exception>
    public async Task<ReplayResult> RunAsync(SiteCode site, SubmissionId submission, ReplayOrder order, CancellationToken cancellationToken)
    {
        var of = await stores.Ledger.FindAsync(site, submission, cancellationToken)
            ?? throw new ArgumentException($"Site {site.Value} has no submission {submission}.", nameof(submission));
        return await replay.RunAsync(of, order, order.MakesCurrent ? OperatorDeed.MadeCurrent : OperatorDeed.Replayed, cancellationToken);
    }

    /// <summary>Makes a site's extract anew, from the tables alone.</summary>
    /// <returns>True when it was just so before; false when it differed; null when it was of other documents or was not there.</returns>
    public Task<bool?> RebuildExtractAsync(SiteCode site, CancellationToken cancellationToken) => sites.RebuildAsync(site, cancellationToken);
}
