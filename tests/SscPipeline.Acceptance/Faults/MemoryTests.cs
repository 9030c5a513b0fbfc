using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SscPipeline.Spreadsheets.Hostile;
using SscPipeline.Testing;
using Xunit.Abstractions;

namespace SscPipeline.Acceptance.Faults;

/// <summary>A file that nobody can hold in the memory that one file may have, as a process of its own meets it.</summary>
public sealed class MemoryTests(ITestOutputHelper output) : IDisposable
{
    private const int Columns = 400;
    private const int Rows = 40_000;
    private const int MostMegabytes = 512;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_sixteen_million_cells_is_refused_below_512_MB_and_the_next_file_is_checked_as_ever()
    {
        WriteLarge(folder["large.csv"]);
        folder.Write("small.csv", "subject_id,sex,age,height (cm),imatinib start study day\nP-01,F,41,160,1\n");

        var (receipts, peak) = await CheckAsync(folder["large.csv"], folder["small.csv"]);

        output.WriteLine($"{new FileInfo(folder["large.csv"]).Length / 1_048_576} MB, {Columns * Rows} cells: peak {peak / 1024} MB");
        Assert.Equal(["Rejected", "Accepted"], receipts.EnumerateArray().Select(receipt => receipt.GetProperty("status").GetString()));
        Assert.Equal(["SSC-005"], receipts[0].GetProperty("issues").EnumerateArray().Select(issue => issue.GetProperty("check").GetString()));
        Assert.InRange(peak / 1024, 30, MostMegabytes);
    }

    /// <summary><c>SSC_SHAPES=1</c>.</summary>
    [FactWhereSet("SSC_SHAPES")]
    public async Task The_largest_shapes_of_workbooks_are_checked_and_annotated_below_512_MB_within_a_minute_each()
    {
        folder.Write("small.csv", "subject_id,sex,age,height (cm),imatinib start study day\nP-01,F,41,160,1\n");
        (string Name, byte[] Content)[] shapes =
        [
            ("rows", Shapes.BlankRows()), ("columns", Shapes.BlankColumns("<v>1</v>")), ("texts", Shapes.SharedTexts()),
            ("merged", Shapes.MergedRanges()), ("styles", Shapes.ManyStyles()), ("formulas", Shapes.Formulas()),
        ];
        foreach (var (name, content) in shapes)
        {
            folder.Write($"{name}.xlsx", content);
            var started = Stopwatch.GetTimestamp();

            var (receipts, peak) = await CheckAsync(folder[$"{name}.xlsx"], folder["small.csv"], "--annotate", folder[$"{name} annotated"]);

            var checks = receipts[0].GetProperty("issues").EnumerateArray().Select(issue => issue.GetProperty("check").GetString()).Distinct();
            output.WriteLine($"{name}: {content.Length / 1_048_576.0:0.0} MB, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, peak {peak / 1024} MB, {string.Join(' ', checks)}");
            Assert.Equal("Accepted", receipts[1].GetProperty("status").GetString());
            Assert.InRange(peak / 1024, 30, MostMegabytes);
            Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 75);
        }
    }

    private static async Task<(JsonElement Receipts, long Peak)> CheckAsync(params string[] arguments)
    {
        using var process = Ssc.Start(["check", .. arguments, "--format", "json"]);
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        for (var ended = process.WaitForExitAsync(); !ended.IsCompleted; await Task.WhenAny(ended, Task.Delay(20)))
        {
            peak = Math.Max(peak, PeakKilobytes(process.Id));
        }

        Assert.True(process.ExitCode == 1, await errors);
        return (JsonDocument.Parse(await said).RootElement, peak);
    }

    private void WriteLarge(string path)
    {
        Directory.CreateDirectory(folder.Path);
        using var file = new StreamWriter(path);
        file.WriteLine("subject_id,study day," + string.Join(',', Enumerable.Range(3, Columns - 2).Select(column => $"c{column}")));
        var cells = string.Join(',', Enumerable.Range(3, Columns - 2).Select(column => column % 10));
        for (var row = 1; row <= Rows; row++)
        {
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"P-{row},1,{cells}"));
        }
    }

    /// <summary>The most that ever was in memory at once; 0 when the process has ended.</summary>
    private static long PeakKilobytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 9), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
