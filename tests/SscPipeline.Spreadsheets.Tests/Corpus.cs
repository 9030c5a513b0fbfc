using System.Diagnostics;
using SscPipeline.Domain.Workbooks;
using Xunit.Abstractions;

namespace SscPipeline.Spreadsheets;

/// <summary>Reads a folder of odd workbooks, named by the environment variable SSC_CORPUS; without one there is nothing to read.</summary>
public sealed class Corpus(ITestOutputHelper output)
{
    [Fact]
    public void Every_file_of_the_corpus_is_read_or_refused_for_one_clear_reason()
    {
        var files = Environment.GetEnvironmentVariable("SSC_CORPUS") is { Length: > 0 } folder ? Directory.GetFiles(folder) : [];
        var reader = new WorkbookReader(new SpreadsheetLimits());
        var slowest = (Time: TimeSpan.Zero, File: "");
        var readings = new List<WorkbookReading>();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var clock = Stopwatch.StartNew();
            using var content = File.OpenRead(file);
            var reading = reader.Read(content, Path.GetFileName(file), CancellationToken.None);
            readings.Add(reading);
            slowest = clock.Elapsed > slowest.Time ? (clock.Elapsed, Path.GetFileName(file)) : slowest;
            if (reading.Fault is { } fault)
            {
                output.WriteLine($"{Path.GetFileName(file)}: {fault.Kind}: {fault.Detail}");
            }
        }

        output.WriteLine($"{readings.Count(reading => reading.Workbook is not null)} of {files.Length} read; slowest {slowest}");
        Assert.All(readings, reading => Assert.True(reading.Workbook is not null || reading.Fault!.Detail.Length > 0));
        Assert.All(readings, reading => Assert.NotEqual(WorkbookFaultKind.LimitExceeded, reading.Fault?.Kind));
    }
}
