using System.Globalization;
using SscPipeline.LocalHost;

namespace SscPipeline.Benchmarks;

/// <summary>A load of small submissions of 200 sites through the local host: how fast, how long each waits, and whether memory stays flat.</summary>
/// <remarks>16 files are on their way at any time, as from 16 coordinators who each wait for their receipt before they send the next file. Azurite looks through
/// the whole table for every query, so it takes longer the more files there are; processor time and requests of a file show what the product does.</remarks>
internal static class ScaleBenchmark
{
    private const int Files = 2_000;
    private const int Sites = 200;
    private const int AtOnce = 16;
    private const int Lines = 10;

    /// <param name="arguments">How many files; 2,000 unless given.</param>
    public static async Task RunAsync(string[] arguments)
    {
        var count = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : Files;
        var files = new DroppedFiles();
        await using var study = await BenchmarkStudy.StartAsync(files, new LocalHostOptions());
        using var stop = new CancellationTokenSource();
        var host = study.Get<LocalFunctionHost>().RunAsync(stop.Token);
        using var workbooks = new Workbooks(count);
        Console.WriteLine($"{"files",8}{"files/s",10}{"p50 s",8}{"p95 s",8}{"p99 s",8}{"own ms a file",15}{"requests",10}{"heap MB",9}{"process MB",12}");
        var all = new List<double>();
        var (total, processor, requests) = (0.0, 0.0, 0);
        foreach (var part in Enumerable.Range(0, count).Chunk((count + Lines - 1) / Lines))
        {
            var seconds = new double[part.Length];
            study.Transport.Reset();
            var spent = await Spent.OnAsync(() => Parallel.ForEachAsync(part.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, _) =>
                seconds[file.Index] = await files.DropAsync(study, string.Create(CultureInfo.InvariantCulture, $"site-{file.Item % Sites:0000}/visits-{file.Item / Sites}.xlsx"), workbooks.Of(file.Item))));
            all.AddRange(seconds);
            (total, processor, requests) = (total + spent.Seconds, processor + spent.Processor, requests + study.Transport.All);
            Print(part[^1] + 1, spent, study.Transport.All, seconds);
        }

        Console.WriteLine("all:");
        Print(count, new Spent(total, processor, 0), requests, all);
        await stop.CancelAsync();
        await host;
    }

    private static void Print(int files, Spent spent, int requests, IReadOnlyCollection<double> seconds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{files,8}{seconds.Count / spent.Seconds,10:0.0}{DroppedFiles.Percentile(seconds, 0.5),8:0.00}{DroppedFiles.Percentile(seconds, 0.95),8:0.00}{DroppedFiles.Percentile(seconds, 0.99),8:0.00}{1_000 * spent.Processor / seconds.Count,15:0}{(double)requests / seconds.Count,10:0.0}{GC.GetTotalMemory(forceFullCollection: true) / 1e6,9:0}{Environment.WorkingSet / 1e6,12:0}"));

    /// <summary>Made before they are dropped, so that the host alone is measured.</summary>
    private sealed class Workbooks : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ssc-scale");
        private readonly byte[][] contents;

        public Workbooks(int count) => contents = [.. Enumerable.Range(0, count).Select(number => DroppedFiles.Workbook(folder.FullName, number))];

        public byte[] Of(int number) => contents[number];

        public void Dispose() => folder.Delete(recursive: true);
    }
}
