using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;

namespace SscPipeline.Workflows.Replaying;

/// <summary>Which ledger rows a request means, the oldest first.</summary>
/// <remarks>Of a document that is its current version, and after that one only uploads that never became current: a replay may make them so.</remarks>
internal sealed class ReplaySelection(Stores stores)
{
    public async Task<ImmutableArray<LedgerEntry>> FindAsync(ReplayRequest request, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<LedgerEntry>();
        ImmutableArray<SiteCode> sites = request.Site is { } site ? [site] : await stores.Ledger.SitesAsync(cancellationToken);
        foreach (var code in sites)
        {
            found.AddRange(request.Submission is { } submission
                ? await OneAsync(code, submission, cancellationToken)
                : await OfSiteAsync(code, request.Document, cancellationToken));
        }

        return found.ToImmutable();
    }

    private async Task<IEnumerable<LedgerEntry>> OneAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken) =>
        await stores.Ledger.FindAsync(site, submission, cancellationToken) is { } entry ? [entry] : [];

    private async Task<IEnumerable<LedgerEntry>> OfSiteAsync(SiteCode site, string? document, CancellationToken cancellationToken)
    {
        var current = (await stores.Ledger.CurrentAsync(site, cancellationToken)).ToDictionary(pointer => pointer.Document, StringComparer.Ordinal);
        return (await stores.Ledger.ListAsync(site, cancellationToken))
            .Where(entry => document is null || entry.Document == document)
            .GroupBy(entry => entry.Document, StringComparer.Ordinal)
            .SelectMany(entries => Of(entries, current.GetValueOrDefault(entries.Key)))
            .OrderBy(entry => entry.SubmissionId);
    }

    private static IEnumerable<LedgerEntry> Of(IEnumerable<LedgerEntry> newestFirst, DocumentPointer? current) => newestFirst
        .DistinctBy(entry => entry.SubmissionId.Upload)
        .Where(entry => entry.SubmissionId == current?.SubmissionId
            || (entry.Status is SubmissionStatus.Rejected or SubmissionStatus.Failed or SubmissionStatus.Processing
                && (current is null || entry.SubmissionId > current.Newest)));
}
