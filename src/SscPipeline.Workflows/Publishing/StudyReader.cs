using System.Collections.Immutable;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Reads all sites as they are now, or as they were known at a time in the past.</summary>
/// <remarks>A site whose mark has not changed since it was read for an earlier report is taken from what was kept of it then.</remarks>
internal sealed class StudyReader(Stores stores, SiteReader sites, SiteRecords records, PipelineSettings settings)
{
    private const int SitesAtOnce = 8;

    /// <param name="before">What was settled before this moment counts; null for what is current now.</param>
    public async Task<StudyState> ReadAsync(DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var marks = await stores.Ledger.MarksAsync(cancellationToken);
        var kept = before is null ? await records.ReadAsync(marks, cancellationToken) : ImmutableDictionary<SiteCode, SiteRecord>.Empty;
        var read = new SiteRecord?[marks.Length];
        await ForEachAsync(
            marks,
            async (site, index, token) => read[index] = kept.GetValueOrDefault(site.Site)
                ?? (before is { } moment ? await ReadPastAsync(site.Site, moment, token) is { } past ? Record(past) : null : await ReadAsync(site, token)),
            cancellationToken);
        return new StudyState([.. read.OfType<SiteRecord>()], kept);
    }

    /// <summary>Everything that is known of every site, for those who need more than a report does.</summary>
    /// <param name="before">As above.</param>
    public async Task<ImmutableArray<SiteData>> ReadDataAsync(DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var marks = await stores.Ledger.MarksAsync(cancellationToken);
        var read = new SiteData?[marks.Length];
        await ForEachAsync(
            marks,
            async (site, index, token) => read[index] = before is { } moment
                ? await ReadPastAsync(site.Site, moment, token) is { } past ? Data(site.Site, past.Documents) : null
                : Data(site.Site, await sites.RefreshAsync(site.Site, token)),
            cancellationToken);
        return [.. read.OfType<SiteData>()];
    }

    private static Task ForEachAsync(ImmutableArray<SiteMark> marks, Func<SiteMark, int, CancellationToken, Task> readAsync, CancellationToken cancellationToken) =>
        Parallel.ForAsync(
            0, marks.Length, new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancellationToken },
            async (index, token) => await readAsync(marks[index], index, token));

    /// <remarks>The mark was read first, then the ledger: if nothing was open in it, whatever changes the site later changes the mark too.</remarks>
    private async Task<SiteRecord> ReadAsync(SiteMark site, CancellationToken cancellationToken)
    {
        var entries = await stores.Ledger.ListAsync(site.Site, cancellationToken);
        var documents = await sites.RefreshAsync(site.Site, cancellationToken);
        var isSettled = entries.All(entry => entry.IsFinal);
        var settled = entries.Where(entry => entry.IsFinal).Select(entry => entry.SubmissionId).ToHashSet();
        if (!documents.All(document => settled.Contains(document.Submission)))
        {
            entries = await stores.Ledger.ListAsync(site.Site, cancellationToken);
        }

        return Record(new SiteState(site.Site, documents, entries)) with { Mark = isSettled ? site.Mark : null };
    }

    /// <returns>Null when nothing of the site was known by then.</returns>
    private async Task<SiteState?> ReadPastAsync(SiteCode site, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var entries = (await stores.Ledger.ListAsync(site, cancellationToken)).Where(entry => entry.CompletedAt < before).ToImmutableArray();
        return entries.IsEmpty ? null : new SiteState(site, await sites.ReadAsync(site, PastPointers.Of(entries), cancellationToken), entries);
    }

    private SiteData Data(SiteCode site, ImmutableArray<SiteDocument> documents) => SiteData.Join(site, documents).WithRecomputed(settings.Checking.Reference);

    private SiteRecord Record(SiteState site) => new(
        site.Code,
        [.. site.Documents.Select(document => $"{site.Code.Value}/{document.Document}/{document.Submission.Value}")],
        Activity(site),
        LedgerWords.Of(site.Entries, site.Documents.Select(document => (document.Document, document.Submission))),
        SiteFigures.Of(SiteData.Join(site.Code, site.Documents), settings.Checking.Reference));

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
