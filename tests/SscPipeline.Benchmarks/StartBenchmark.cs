using System.Globalization;

namespace SscPipeline.Benchmarks;

/// <summary><c>ssc check</c> on a workbook of 12 rows from the start of the process to its end, built in different ways.</summary>
internal static class StartBenchmark
{
    private const int Rows = 12;

    public static Task RunAsync(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("ssc-start").FullName;
        try
        {
            var file = Path.Combine(folder, "small.xlsx");
            new StudyFile(Rows, 25).Write(file);
            var builds = Builds(folder).ToList();
            Console.WriteLine($"{"ssc check, 12 rows",-44}{"wall ms",9}{"cpu ms",9}{"MB",6}");
            var runs = Rounds.Medians(
                run => run.Seconds,
                [.. builds.Select(build => (Func<ChildProcess>)(() => ChildProcess.Run("dotnet", [build.Program, "check", file, "--format", "json"], build.Setting)))]);
            foreach (var (build, run) in builds.Zip(runs))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{build.Name,-44}{1e3 * run.Seconds,9:0}{1e3 * run.ProcessorSeconds,9:0}{run.PeakMegabytes,6:0}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<(string Name, string Program, (string, string) Setting)> Builds(string folder)
    {
        var release = Path.Combine(AppContext.BaseDirectory, "ssc.dll");
        yield return ("Release", release, ("DOTNET_TieredPGO", "0"));
        yield return ("Release, measuring for recompilation", release, ("DOTNET_TieredPGO", "1"));
        yield return ("Release, compiled once and for good", release, ("DOTNET_TieredCompilation", "0"));
        var debug = Path.Combine("artifacts", "bin", "SscPipeline.Cli", "debug", "ssc.dll");
        if (File.Exists(debug))
        {
            yield return ("Debug", debug, ("DOTNET_TieredPGO", "0"));
        }

        if (ReadyToRun.Publish("SscPipeline.Cli", "ssc.dll", folder) is { } ready)
        {
            yield return ("Release, ReadyToRun", ready, ("DOTNET_TieredPGO", "0"));
        }
        else
        {
            Console.WriteLine("ReadyToRun: its compiler cannot be restored from this package feed.");
        }
    }
}
