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

    private static double PeakOf(string file)
    {
        var run = ChildProcess.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "ssc.dll"), "check", file, "--format", "json"]);
        using var receipts = JsonDocument.Parse(run.Output);
        var read = receipts.RootElement[0].GetProperty("rows").GetProperty("accepted").GetInt32();
        return read > 0 ? run.PeakMegabytes : throw new InvalidOperationException($"ssc check accepted nothing of {Path.GetFileName(file)}: {receipts.RootElement[0].GetProperty("issues")}");
    }
}
