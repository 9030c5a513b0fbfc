using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage;
using SscPipeline.Storage.Summaries;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;
using StoredFile = SscPipeline.Storage.Reports.ReportFile;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Reads what is current at every site and publishes one summary, under the time of its making and as the latest.</summary>
internal sealed class PublishSummaries(
    Stores stores, SiteReader sites, DocumentVerdicts verdicts, PipelineSettings settings, TimeProvider time) : IPublishSummaries
{
    private const string Audience = "controlled";
    private const int SitesAtOnce = 8;

    public async Task<PublishResult> RunAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var codes = await stores.Ledger.SitesAsync(cancellationToken);
        var read = new (SiteData Data, SiteActivity Activity)[codes.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, codes.Length),
            new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancellationToken },
            async (index, token) => read[index] = await ReadAsync(codes[index], token));

        var data = read.Select(site => site.Data).ToImmutableArray();
        var summary = SummaryBuilder.Build(new SummaryInput
        {
            Study = settings.Study,
            Audience = Audience,
            GeneratedAt = now,
            CutOff = now,
            DictionaryVersion = verdicts.DictionaryVersion,
            Settings = settings.ForSummary,
            Sites = data,
            Activity = [.. read.Select(site => site.Activity)],
        });

        var files = ReportWriter.Write(summary).Select(file => new StoredFile(file.Path, file.Content)).ToList();
        await stores.Reports.PublishAsync(Audience, now, files, cancellationToken);
        var period = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var counts = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal)
            .Add("sites", codes.Length)
            .Add("subjects", data.Sum(site => site.Subjects.Length));
        await stores.Summaries.AddAsync(new SummaryIndexEntry(Audience, now, now, counts, $"{Audience}/{period}/"), cancellationToken);
        return new PublishResult(codes.Length, counts["subjects"], period);
    }

    private async Task<(SiteData Data, SiteActivity Activity)> ReadAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var documents = await sites.RefreshAsync(site, cancellationToken);
        var entries = await stores.Ledger.ListAsync(site, cancellationToken);
        var current = documents.Select(document => document.Submission).ToHashSet();
        var counted = entries.Where(entry => current.Contains(entry.SubmissionId)).ToList();
        var activity = new SiteActivity(
            site.Value,
            documents.Length,
            entries.Count(entry => entry.IsFinal),
            counted.Sum(entry => entry.RowsAccepted),
            counted.Sum(entry => entry.RowsWithheld),
            entries.Select(entry => (DateTimeOffset?)entry.ReceivedAt).Max(),
            counted
                .SelectMany(entry => entry.Issues)
                .GroupBy(issue => issue.Key, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(check => check.Key, check => check.Sum(issue => issue.Value), StringComparer.Ordinal));
        return (SiteData.Join(site, documents).WithRecomputed(settings.Checking.Reference), activity.WithCounts(entries, counted));
    }
}
