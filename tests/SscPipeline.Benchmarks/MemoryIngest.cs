using System.Globalization;

namespace SscPipeline.Benchmarks;

/// <summary>Peak memory of <c>ssc run</c>, host and functions in one process, that ingests a file of 200,000 rows and then its correction.</summary>
internal static class MemoryIngest
{
    /// <param name="arguments">The number of rows, when it is to be another.</param>
    public static Task RunAsync(string[] arguments)
    {
        var rows = arguments is [var other] ? int.Parse(other, CultureInfo.InvariantCulture) : 200_000;
        var folder = Directory.CreateTempSubdirectory("ssc-ingest").FullName;
        try
        {
            // The correction has other values in its last rows.
            var (first, second) = (Inbox(folder, "first", rows), Inbox(folder, "second", rows - 20));
            Console.WriteLine($"{"ssc run, 25 columns",-36}{"wall s",8}{"cpu s",8}{"MB",6}");
            foreach (var (name, inboxes) in new[] { ("a file", new[] { first }), ("the file, then its correction", [first, second]) })
            {
                string[] command =
                [
                    Path.Combine(AppContext.BaseDirectory, "ssc.dll"), "run", .. inboxes.SelectMany(inbox => new[] { "--inbox", inbox }),
                    "--out", Path.Combine(folder, "out-" + inboxes.Length),
                ];
                var run = ChildProcess.Run("dotnet", command);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36}{run.Seconds,8:0}{run.ProcessorSeconds,8:0}{run.PeakMegabytes,6:0}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static string Inbox(string folder, string name, int rows)
    {
        var inbox = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.Combine(inbox, "site-a"));
        new StudyFile(rows, 25).Write(Path.Combine(inbox, "site-a", "visits.xlsx"));
        return inbox;
    }
}
