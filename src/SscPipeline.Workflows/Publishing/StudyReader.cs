using System.Collections.Immutable;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Reads all sites as they are now, or as they were known at a time in the past.</summary>
internal sealed class StudyReader(Stores stores, SiteReader sites, PipelineSettings settings)
{
    private const int SitesAtOnce = 8;

    /// <param name="before">What was settled before this moment counts; null for what is current now.</param>
    public async Task<StudyState> ReadAsync(DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var codes = await stores.Ledger.SitesAsync(cancellationToken);
        var read = new SiteState?[codes.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, codes.Length),
            new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancellationToken },
            async (index, token) => read[index] = before is { } moment
                ? await ReadPastAsync(codes[index], moment, token)
                : await ReadAsync(codes[index], token));

        var known = read.OfType<SiteState>().ToList();
        return new StudyState(
            [.. known.Select(site => SiteData.Join(site.Code, site.Documents).WithRecomputed(settings.Checking.Reference))],
            [.. known.Select(Activity)],
            [.. known.SelectMany(site => site.Documents.Select(document => $"{site.Code.Value}/{document.Document}/{document.Submission.Value}"))],
            [.. known]);
    }

    private async Task<SiteState?> ReadAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var documents = await sites.RefreshAsync(site, cancellationToken);
        return new SiteState(site, documents, await stores.Ledger.ListAsync(site, cancellationToken));
    }

    /// <returns>Null when nothing of the site was known by then.</returns>
    private async Task<SiteState?> ReadPastAsync(SiteCode site, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var entries = (await stores.Ledger.ListAsync(site, cancellationToken)).Where(entry => entry.CompletedAt < before).ToImmutableArray();
        return entries.IsEmpty ? null : new SiteState(site, await sites.ReadAsync(site, PastPointers.Of(entries), cancellationToken), entries);
    }

    private static SiteActivity Activity(SiteState site)
    {
        var current = site.Documents.Select(document => document.Submission).ToHashSet();
        var counted = site.Entries.Where(entry => current.Contains(entry.SubmissionId)).ToList();
        return new SiteActivity(
            site.Code.Value,
            site.Documents.Length,
            site.Entries.Count(entry => entry is { IsFinal: true, ReplayOf: null }),
            counted.Sum(entry => entry.RowsAccepted),
            counted.Sum(entry => entry.RowsWithheld),
            site.Entries.Select(entry => (DateTimeOffset?)entry.ReceivedAt).Max(),
            counted
                .SelectMany(entry => entry.Issues)
                .GroupBy(issue => issue.Key, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(check => check.Key, check => check.Sum(issue => issue.Value), StringComparer.Ordinal))
            .WithCounts(site.Entries, counted);
    }
}
