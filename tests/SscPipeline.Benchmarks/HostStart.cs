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
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            seconds.Add(await StartAsync(azurite.ConnectionString));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"functions start: median {seconds.Order().ElementAt(Rounds / 2):0.00} s, fastest {seconds.Min():0.00} s of {Rounds}"));
    }

    private static async Task<double> StartAsync(string connection)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SscPipeline.LocalHost.dll") } };
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
