using System.Globalization;
using SscPipeline.Workflows;

namespace SscPipeline.Benchmarks;

/// <summary>Publishing at 1, 10, 100 and 1,000 sites of ten subjects each: time, memory, and what a site costs.</summary>
internal static class GrowthSites
{
    private const int Subjects = 10;
    private const int Visits = 8;
    private const int Rounds = 3;

    /// <param name="arguments">The numbers of sites, when they are to be others.</param>
    public static async Task RunAsync(string[] arguments)
    {
        int[] sizes = arguments.Length > 0 ? [.. arguments.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [1, 10, 100, 1_000];
        Console.WriteLine($"{"sites",8}{"all s",9}{"ms a site",11}{"one s",9}{"heap MB",9}{"requests",10}{"of one",8}");
        foreach (var sites in sizes)
        {
            await using var study = await BenchmarkStudy.StartAsync();
            var seed = new StudySeed(sites, Subjects, Visits);
            await seed.SaveAsync(study.Stores);
            var publish = study.Get<IPublishSummaries>();
            study.Transport.Reset();
            var all = await Spent.OnAsync(() => publish.PublishNowAsync(deliver: false, CancellationToken.None));
            var requests = study.Transport.All;
            var one = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                await seed.SaveAsync(study.Stores, 0, round + 1);
                study.Transport.Reset();
                one.Add((await Spent.OnAsync(() => publish.PublishNowAsync(deliver: false, CancellationToken.None))).Seconds);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sites,8}{all.Seconds,9:0.00}{1_000 * all.Seconds / sites,11:0.0}{one.Order().ElementAt(Rounds / 2),9:0.00}{all.PeakMegabytes,9:0}{requests,10}{study.Transport.All,8}"));
        }
    }
}
