using System.Collections.Immutable;
using SscPipeline.Storage;
using SscPipeline.Storage.Reports;
using SscPipeline.Storage.Summaries;
using SscPipeline.Workflows.Delivering;
using SscPipeline.Workflows.Sites;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Reads what is current at every site and publishes it: folder, then index, claim and planned deliveries in one transaction, then
/// <c>latest</c>, then the deliveries themselves.</summary>
/// <remarks>A crash before the transaction leaves a folder that nothing names; one after it is made up for by <see cref="CompleteSummaries"/>.</remarks>
internal sealed class PublishSummaries(
    Stores stores,
    StudyReader reader,
    ReportMaker maker,
    LatestReport latest,
    SummarySchedule schedule,
    DeliverReports deliveries,
    SitePages pages,
    Traces traces,
    Instruments instruments,
    SiteRecords records,
    TimeProvider time) : IPublishSummaries
{
    /// <summary>A report takes seconds. A claim that is older, doubled with every attempt, is taken over.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const int PagesAtOnce = 8;

    public async Task<PublishResult> RunAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var period = schedule.PeriodAt(now);
        var name = ReportFolder.Of(period ?? now);
        var claims = ImmutableArray.CreateBuilder<(string Audience, PublicationClaim Claim)>();
        foreach (var audience in Audiences.All)
        {
            if (await stores.Summaries.TryClaimAsync(audience, name, now, Patience, cancellationToken) is { } claim)
            {
                claims.Add((audience, claim));
            }
        }

        var result = claims.Count > 0
            ? await PublishAsync(claims.Select(one => (one.Audience, (PublicationClaim?)one.Claim)), now, period, deliver: true, cancellationToken)
            : new PublishResult(0, 0, name) { Folder = await FolderAsync(name, cancellationToken) };
        return result with { Period = name, IsLate = isPastDue };
    }

    public Task<PublishResult> PublishNowAsync(bool deliver, CancellationToken cancellationToken) => PublishAsync(
        Audiences.All.Select(audience => (audience, (PublicationClaim?)null)), time.GetUtcNow(), period: null, deliver, cancellationToken);

    private Task<PublishResult> PublishAsync(
        IEnumerable<(string Audience, PublicationClaim? Claim)> reports, DateTimeOffset now, DateTimeOffset? period, bool deliver,
        CancellationToken cancellationToken) => traces.RunAsync(SpanNames.Publish, async span =>
    {
        var started = time.GetTimestamp();
        var study = await traces.StepAsync(SpanNames.Load, () => reader.ReadAsync(before: null, cancellationToken));
        var (folder, fingerprint) = (ReportFolder.Of(now), maker.Fingerprint(study));
        var result = new PublishResult(study.Sites.Length, study.Subjects, folder) { Folder = folder };

        // The pages of the sites and the reports of the audiences need nothing of each other, and storage has time while figures and files are made.
        var refreshed = Task.Run(() => traces.StepAsync(SpanNames.Page, () => RefreshPagesAsync(study, cancellationToken)), cancellationToken);
        var everything = Task.Run(() => traces.Step(SpanNames.Compute, () => maker.Summarise(study, now, now)), cancellationToken);
        var written = reports.Select(report => Task.Run(async () =>
        {
            var entry = await EntryAsync(report.Audience, study, fingerprint, now, period, cancellationToken);
            var summary = await everything;
            var files = traces.Step(SpanNames.Compute, () => ReportMaker.Start(report.Audience, summary, entry.NothingNewSince, cancellationToken));
            return (Entry: entry, IsPublished: await traces.StepAsync(SpanNames.Write, () => WriteAsync(files, folder, entry, report.Claim, deliver, cancellationToken)));
        }, cancellationToken)).ToList();
        await Task.WhenAll([refreshed, .. written]);
        foreach (var entry in written.Select(one => one.Result).Where(one => one.IsPublished).Select(one => one.Entry))
        {
            instruments.ReportIs(entry.Audience, TimeSpan.Zero);
            result = result with { Published = result.Published.Add(entry.Audience), NothingNewSince = entry.NothingNewSince };
        }

        foreach (var audience in deliver ? result.Published : [])
        {
            await traces.StepAsync(SpanNames.Deliver, () => deliveries.RunAsync(audience, cancellationToken));
        }

        span.Describe(result);
        instruments.Published(time.GetElapsedTime(started));
        return result;
    });

    /// <returns>False when somebody took the claim over meanwhile: the report does not count.</returns>
    private async Task<bool> WriteAsync(
        ReportParts files, string folder, SummaryIndexEntry entry, PublicationClaim? claim, bool deliver, CancellationToken cancellationToken)
    {
        await stores.Reports.WritePartsAsync(entry.Audience, folder, files, cancellationToken);
        if (await stores.Summaries.TryAddAsync(entry, claim, deliver ? deliveries.Targets(entry.Audience) : [], cancellationToken))
        {
            await latest.FollowAsync(entry.Audience, cancellationToken);
            return true;
        }

        if (claim is not null)
        {
            await stores.Reports.RemoveAsync(entry.Audience, folder, cancellationToken);
        }

        return false;
    }

    /// <summary>What was read is kept last of all, and what the pages show with it.</summary>
    private async Task RefreshPagesAsync(StudyState study, CancellationToken cancellationToken)
    {
        var refreshed = new SiteRecord[study.Sites.Length];
        await Parallel.ForAsync(0, refreshed.Length, new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce, CancellationToken = cancellationToken }, async (index, token) =>
            refreshed[index] = await pages.RefreshAsync(study.Sites[index], token));
        await records.WriteAsync(refreshed, study.Kept, cancellationToken);
    }

    private async Task<SummaryIndexEntry> EntryAsync(
        string audience, StudyState study, string fingerprint, DateTimeOffset now, DateTimeOffset? period, CancellationToken cancellationToken)
    {
        var previous = await stores.Summaries.LatestAsync(audience, cancellationToken);
        var counts = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal)
            .Add("sites", study.Sites.Length)
            .Add("subjects", study.Subjects);
        return new SummaryIndexEntry(audience, now, now, counts, $"{audience}/{ReportFolder.Of(now)}/")
        {
            Period = period,
            Fingerprint = fingerprint,
            NothingNewSince = previous?.Fingerprint == fingerprint ? previous.NothingNewSince ?? previous.GeneratedAt : null,
        };
    }

    private async Task<string> FolderAsync(string period, CancellationToken cancellationToken) =>
        (await stores.Summaries.FindClaimAsync(Audiences.Controlled, period, cancellationToken))?.PublishedAt is { } publishedAt
            ? ReportFolder.Of(publishedAt)
            : "";
}
