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

    /// <summary>Accepted rows of a document above which a site is read some subjects at a time: slower, and a tenth of the memory.</summary>
    private const int LargeDocument = 10_000;

    /// <param name="before">What was settled before this moment counts; null for what is current now.</param>
    public async Task<StudyState> ReadAsync(DateTimeOffset? before, CancellationToken cancellationToken)
    {
        if (before is null)
        {
            return await ReadCurrentAsync(cancellationToken);
        }

        var marks = await stores.Ledger.MarksAsync(cancellationToken);
        var read = new SiteRecord?[marks.Length];
        await ForEachAsync(marks, async (site, index, token) => read[index] = await ReadPastAsync(site.Site, before.Value, token) is { } past ? Record(past) : null, cancellationToken);
        return new StudyState([.. read.OfType<SiteRecord>()], ImmutableDictionary<SiteCode, SiteRecord>.Empty);
    }

    private async Task<StudyState> ReadCurrentAsync(CancellationToken cancellationToken)
    {
        var (marking, knowing) = (stores.Ledger.MarksAsync(cancellationToken), records.MarksAsync(cancellationToken));
        await Task.WhenAll(marking, knowing);
        var (marks, known) = (marking.Result, knowing.Result);
        var read = new SiteRecord?[marks.Length];

        // Sites that changed do not wait for what was kept of the others. What is not known of these before is seen when it was read.
        var reading = records.ReadAsync(marks, cancellationToken);
        await ForEachAsync(
            marks, async (site, index, token) => read[index] = known.TryGetValue(site.Site.Value, out var mark) && mark != site.Mark ? await ReadAsync(site, token) : null, cancellationToken);
        var kept = await reading;
        await ForEachAsync(marks, async (site, index, token) => read[index] ??= kept.GetValueOrDefault(site.Site) ?? await ReadAsync(site, token), cancellationToken);
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
        var (documents, figures) = await FiguresAsync(site.Site, entries, cancellationToken);
        var isSettled = entries.All(entry => entry.IsFinal);
        var settled = entries.Where(entry => entry.IsFinal).Select(entry => entry.SubmissionId).ToHashSet();
        if (!documents.All(document => settled.Contains(document.Submission)))
        {
            entries = await stores.Ledger.ListAsync(site.Site, cancellationToken);
        }

        return Record(site.Site, documents, entries, figures) with { Mark = isSettled ? site.Mark : null };
    }

    /// <summary>What is current at the site, and the figures of it. Of a large site only some subjects at a time are in memory.</summary>
    private async Task<(ImmutableArray<CurrentDocument> Documents, SiteFigures Figures)> FiguresAsync(
        SiteCode site, ImmutableArray<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Where(entry => !entry.IsSuperseded).Select(entry => entry.RowsAccepted).DefaultIfEmpty().Max() > LargeDocument)
        {
            var pointers = await stores.Ledger.CurrentAsync(site, cancellationToken);
            var figures = await sites.FiguresAsync(site, pointers, settings.Checking.Reference, cancellationToken);
            return ([.. pointers.OrderBy(pointer => pointer.Document, StringComparer.Ordinal).Select(pointer => new CurrentDocument(pointer.Document, pointer.SubmissionId))], figures);
        }

        var (documents, keeping) = await sites.StartRefreshAsync(site, cancellationToken);
        var joined = SiteFigures.Of(SiteData.Join(site, documents), settings.Checking.Reference);
        await keeping;
        return (Names(documents), joined);
    }

    /// <returns>Null when nothing of the site was known by then.</returns>
    private async Task<SiteState?> ReadPastAsync(SiteCode site, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var entries = (await stores.Ledger.ListAsync(site, cancellationToken)).Where(entry => entry.CompletedAt < before).ToImmutableArray();
        return entries.IsEmpty ? null : new SiteState(site, await sites.ReadAsync(site, PastPointers.Of(entries), cancellationToken), entries);
    }

    private SiteData Data(SiteCode site, ImmutableArray<SiteDocument> documents) => SiteData.Join(site, documents).WithRecomputed(settings.Checking.Reference);

    private SiteRecord Record(SiteState site) => Record(
        site.Code, Names(site.Documents), site.Entries, SiteFigures.Of(SiteData.Join(site.Code, site.Documents), settings.Checking.Reference));

    private static ImmutableArray<CurrentDocument> Names(ImmutableArray<SiteDocument> documents) =>
        [.. documents.Select(document => new CurrentDocument(document.Document, document.Submission))];

    private SiteRecord Record(SiteCode site, ImmutableArray<CurrentDocument> documents, ImmutableArray<LedgerEntry> entries, SiteFigures figures)
    {
        SummaryBuilder.Prepare(figures, settings.ForSummary);
        return new SiteRecord(
            site,
            [.. documents.Select(document => $"{site.Value}/{document.Document}/{document.Submission.Value}")],
            Activity(site, documents, entries),
            LedgerWords.Of(entries, documents.Select(document => (document.Document, document.Submission))),
            figures);
    }

    private static SiteActivity Activity(SiteCode site, ImmutableArray<CurrentDocument> documents, ImmutableArray<LedgerEntry> entries)
    {
        var current = documents.Select(document => document.Submission).ToHashSet();
        var counted = entries.Where(entry => current.Contains(entry.SubmissionId)).ToList();
        return new SiteActivity(
            site.Value,
            documents.Length,
            entries.Count(entry => entry is { IsFinal: true, ReplayOf: null }),
            counted.Sum(entry => entry.RowsAccepted),
            counted.Sum(entry => entry.RowsWithheld),
            entries.Select(entry => (DateTimeOffset?)entry.ReceivedAt).Max(),
            counted
                .SelectMany(entry => entry.Issues)
                .GroupBy(issue => issue.Key, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(check => check.Key, check => check.Sum(issue => issue.Value), StringComparer.Ordinal))
            .WithCounts(entries, counted);
    }

    private readonly record struct CurrentDocument(string Document, SubmissionId Submission);
}
