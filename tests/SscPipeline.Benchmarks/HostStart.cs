using System.Diagnostics;
using System.Globalization;
using SscPipeline.LocalHost.Azurite;

namespace SscPipeline.Benchmarks;

/// <summary>From the start of the functions' local host, a process of its own, until it watches the inbox.</summary>
internal static class HostStart
{
    private const int Rounds = 7;

    public static async Task RunAsync(string[] arguments)
    {
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), new Progress<string>(Console.Error.WriteLine), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("ssc-start").FullName;
        try
        {
            const string Program = "SscPipeline.LocalHost.dll";
            Dictionary<string, string?> programs = new() { ["Release"] = Path.Combine(AppContext.BaseDirectory, Program), ["ReadyToRun"] = ReadyToRun.Publish("SscPipeline.LocalHost", Program, folder) };
            var seconds = programs.Keys.ToDictionary(name => name, _ => new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (name, program) in programs)
                {
                    if (program is not null)
                    {
                        seconds[name].Add(await StartAsync(program, azurite.ConnectionString));
                    }
                }
            }

            foreach (var (name, all) in seconds.Where(one => one.Value.Count > 0))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"functions start, {name}: median {all.Order().ElementAt(Rounds / 2):0.00} s, fastest {all.Min():0.00} s of {Rounds}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> StartAsync(string program, string connection)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { program } };
        foreach (var (name, value) in new[] { ("SscStorage", connection), ("AzureWebJobsStorage", connection), ("Ssc__SummarySchedule", "0 0 6 * * 1"), ("Ssc__ReconcileSchedule", "0 0 6 * * 1") })
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("functions", StringComparison.OrdinalIgnoreCase))
            {
                var seconds = watch.Elapsed.TotalSeconds;
                process.Kill();
                await process.WaitForExitAsync();
                return seconds;
            }
        }

        throw new InvalidOperationException("The local host ended before it watched anything.");
    }
}
