using System.Globalization;
using SscPipeline.LocalHost;

namespace SscPipeline.Benchmarks;

/// <summary>From the drop of a workbook of twelve rows to its receipt, while the local host is idle.</summary>
internal static class DropBenchmark
{
    private const int Drops = 60;
    private const int Sites = 10;

    /// <summary>The first ones meet a host that is still warming up, and are not counted.</summary>
    private const int WarmingUp = 5;

    public static Measurement Run(string folder) => RunAsync(folder).GetAwaiter().GetResult();

    private static async Task<Measurement> RunAsync(string folder)
    {
        var files = new DroppedFiles();

        // Idle all the time: it looks seldom, as it does some seconds after the last file.
        await using var study = await BenchmarkStudy.StartAsync(files, new LocalHostOptions { IdleAfter = TimeSpan.Zero });
        using var stop = new CancellationTokenSource();
        var host = study.Get<LocalFunctionHost>().RunAsync(stop.Token);
        var random = new Random(20120305);
        var seconds = new List<double>();
        for (var drop = 0; drop < Drops + WarmingUp; drop++)
        {
            var content = DroppedFiles.Workbook(folder, drop);
            await Task.Delay(random.Next(200, 900));
            seconds.Add(await files.DropAsync(study, string.Create(CultureInfo.InvariantCulture, $"site-{drop % Sites:0000}/visits-{drop}.xlsx"), content));
        }

        await stop.CancelAsync();
        await host;
        var counted = seconds.Skip(WarmingUp).ToList();
        Console.Error.WriteLine(FormattableString.Invariant(
            $"drop to receipt: p50 {DroppedFiles.Percentile(counted, 0.5):0.00} s, p95 {DroppedFiles.Percentile(counted, 0.95):0.00} s, p99 {DroppedFiles.Percentile(counted, 0.99):0.00} s of {counted.Count}"));
        return new Measurement("drop", "drop to receipt, 12 rows, idle host, p95", "one second", "s", DroppedFiles.Percentile(counted, 0.95), 1, Must: 2, Aim: 0.5);
    }
}
