using System.Diagnostics;
using System.Globalization;

namespace SscPipeline.Benchmarks;

/// <summary>What <c>ssc run</c>, host and functions in one process, takes to ingest a file of 200,000 rows and then its correction: the highest
/// resident set and the time by the end of each step, those after ingesting among them.</summary>
internal static class MemoryIngest
{
    /// <param name="arguments">The number of rows, when it is to be another; and <c>ingest</c> to stop before publishing.</param>
    public static Task RunAsync(string[] arguments)
    {
        var rows = arguments is [var other, ..] ? int.Parse(other, CultureInfo.InvariantCulture) : 200_000;
        var folder = Directory.CreateTempSubdirectory("ssc-ingest").FullName;
        try
        {
            // The correction has other values in its last rows.
            var (first, second) = (Inbox(folder, "first", rows), Inbox(folder, "second", rows - 20));
            Console.WriteLine($"{"by the end of",-30}{"wall s",8}{"MB",6}");
            Watch(
                [Path.Combine(AppContext.BaseDirectory, "ssc.dll"), "run", "--inbox", first, "--inbox", second, "--out", Path.Combine(folder, "out")],
                isEnd: step => arguments is [_, "ingest"] && step.StartsWith("Ingest   2", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static void Watch(string[] command, Func<string, bool> isEnd)
    {
        var start = new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true, RedirectStandardError = true };
        // A busy machine must not turn a figure of memory into one of time.
        start.Environment["Ssc__Limits__Seconds"] = "3600";
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        while (process.StandardError.ReadLine() is { } line)
        {
            if (!line.StartsWith("Storage", StringComparison.Ordinal) && !line.StartsWith("Ingest", StringComparison.Ordinal)
                && !line.StartsWith("Publish", StringComparison.Ordinal) && !line.StartsWith("Copy", StringComparison.Ordinal))
            {
                continue;
            }

            var step = string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..^2]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{step,-30}{Stopwatch.GetElapsedTime(began).TotalSeconds,8:0}{ChildProcess.HighWater(process.Id),6:0}"));
            if (isEnd(line))
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.WaitForExit();
        _ = output.GetAwaiter().GetResult();
    }

    private static string Inbox(string folder, string name, int rows)
    {
        var inbox = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.Combine(inbox, "site-a"));
        new StudyFile(rows, 25).Write(Path.Combine(inbox, "site-a", "visits.xlsx"));
        return inbox;
    }
}
