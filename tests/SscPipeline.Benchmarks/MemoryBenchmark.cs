using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SscPipeline.Benchmarks;

/// <summary>Peak memory of <c>ssc check</c>, a process of its own, on a file of 200,000 rows against one of 20,000.</summary>
internal static class MemoryBenchmark
{
    private const int Columns = 25;
    private const double AtMost = 512;

    public static Measurement Run(string folder)
    {
        var large = Write(folder, 200_000);
        var small = Write(folder, 20_000);
        var (ours, theirs) = Rounds.Measure(() => PeakOf(large), () => PeakOf(small));
        return ours < AtMost
            ? new Measurement("memory", "peak memory: 200,000-row file", "20,000-row file", "MB", ours, theirs, Must: 1.5, Aim: 1.1)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"200,000 rows took {ours:0} MB; {AtMost} MB are the limit."));
    }

    private static string Write(string folder, int rows)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{rows}.xlsx"));
        new StudyFile(rows, Columns).Write(path);
        return path;
    }

    /// <summary>In MB, as Linux counts the highest resident set of the process.</summary>
    private static double PeakOf(string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ssc.dll"), "check", file, "--format", "json" } };
        // A busy machine must not turn a figure of memory into one of time.
        start.Environment["Ssc__Limits__Seconds"] = "3600";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(10)))
        {
            peak = Math.Max(peak, HighWater(process.Id));
        }

        using var receipts = JsonDocument.Parse(output.GetAwaiter().GetResult());
        var read = receipts.RootElement[0].GetProperty("rows").GetProperty("accepted").GetInt32();
        return read > 0 ? peak : throw new InvalidOperationException($"ssc check accepted nothing of {Path.GetFileName(file)}: {receipts.RootElement[0].GetProperty("issues")}");
    }

    private static double HighWater(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}
