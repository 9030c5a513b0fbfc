using System.Globalization;
using Azure.Data.Tables;
using SscPipeline.Storage;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Benchmarks;

/// <summary>Publishing a study of 200 sites: from the tables, against reading the same entities and doing nothing; and after one site has sent something.</summary>
/// <remarks>All three are measured in the same alternating rounds. Publishing is what the timer does: both audiences, into their folders and into <c>latest</c>,
/// and the pages of the sites that need it.</remarks>
internal static class PublishBenchmark
{
    /// <summary>200, unless the environment variable <c>SSC_SITES</c> asks for a smaller study to look at.</summary>
    private static readonly int Sites = int.Parse(Environment.GetEnvironmentVariable("SSC_SITES") ?? "200", CultureInfo.InvariantCulture);
    private const int Subjects = 100;
    private const int Visits = 8;
    private const int Rounds = 5;

    /// <summary>A report after one site is short, and every third or so meets a collection of Node's: more of them tell more.</summary>
    private const int ChangesARound = 3;

    /// <summary>As many sites as publishing itself reads at the same time.</summary>
    private const int AtOnce = 8;

    private static readonly Lazy<(double Fetch, double All, double One)> Medians = new(() => MeasureAsync().GetAwaiter().GetResult());

    public static Measurement All(string folder) => new(
        "publish", $"publish all of {Sites} sites", "fetching the same entities", "s", Medians.Value.All, Medians.Value.Fetch, Must: 1.5, Aim: 1.1);

    public static Measurement One(string folder) => new(
        "publish-one", $"publish after 1 site of {Sites} changed", $"publish all of {Sites} sites", "s", Medians.Value.One, Medians.Value.All, Must: 0.05, Aim: 0.01);

    private static async Task<(double Fetch, double All, double One)> MeasureAsync()
    {
        await using var study = await BenchmarkStudy.StartAsync();
        using var steps = new StepTimes();
        var seed = new StudySeed(Sites, Subjects, Visits);
        await seed.SaveAsync(study.Stores);
        var (publish, pages) = (study.Get<IPublishSummaries>(), study.Get<SitePages>());
        await publish.PublishNowAsync(deliver: false, CancellationToken.None);
        var (fetch, all, one) = (new double[Rounds], new double[Rounds], new double[Rounds * ChangesARound]);
        var versions = new int[Sites];
        for (var round = 0; round < Rounds; round++)
        {
            fetch[round] = Note("fetch", steps, await Spent.OnAsync(() => FetchAsync(study, versions)));
            await ForgetAsync(study);
            all[round] = Note("publish all", steps, await Spent.OnAsync(() => publish.PublishNowAsync(deliver: false, CancellationToken.None)));
            for (var site = round * ChangesARound; site < (round + 1) * ChangesARound; site++)
            {
                await seed.SaveAsync(study.Stores, site, ++versions[site]);

                // Whoever takes a submission in writes the page of its site: that is not left to publishing.
                await pages.WriteAsync(StudySeed.Site(site), CancellationToken.None);
                one[site] = Note("publish one", steps, await Spent.OnAsync(() => publish.PublishNowAsync(deliver: false, CancellationToken.None)));
            }
        }

        return (Median(fetch), Median(all), Median(one));
    }

    private static double Note(string what, StepTimes steps, Spent spent)
    {
        Console.Error.WriteLine(FormattableString.Invariant($"{what,-12} {spent.Seconds,7:0.00} s, of this process {spent.Processor,7:0.00} s, heap {spent.PeakMegabytes:0} MB   {steps.Take()}"));
        return spent.Seconds;
    }

    /// <summary>Every current row of every site, page by page.</summary>
    private static async Task FetchAsync(BenchmarkStudy study, int[] versions)
    {
        var table = study.Clients.Tables.GetTableClient(StorageNames.Outcomes);
        var found = 0;
        await Parallel.ForAsync(0, Sites, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (site, cancellationToken) =>
        {
            var submission = StudySeed.Submission(versions[site]).Value;
            var (from, before) = ($"{submission}~a~", $"{submission}~w");
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StudySeed.Site(site).Value} and RowKey ge {from} and RowKey lt {before}");
            await foreach (var page in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).AsPages())
            {
                Interlocked.Add(ref found, page.Values.Count);
            }
        });
        if (found != Sites * Subjects * (Visits + 1))
        {
            throw new InvalidOperationException($"{found} entities were found.");
        }
    }

    /// <summary>Removes what was kept of earlier publications, so that the tables are all there is.</summary>
    private static async Task ForgetAsync(BenchmarkStudy study)
    {
        var kept = study.Clients.Blobs.GetBlobContainerClient(StorageNames.Extracts);
        await foreach (var blob in kept.GetBlobsAsync())
        {
            await kept.DeleteBlobAsync(blob.Name);
        }
    }

    private static double Median(double[] seconds) => seconds.Order().ElementAt(seconds.Length / 2);
}
