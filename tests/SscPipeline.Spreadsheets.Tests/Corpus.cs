using System.Diagnostics;
using ExcelDataReader;
using SscPipeline.Domain.Workbooks;
using Xunit.Abstractions;

namespace SscPipeline.Spreadsheets;

/// <summary>Reads a folder of odd workbooks, named by the environment variable SSC_CORPUS; it is skipped where that is not set.</summary>
public sealed class Corpus(ITestOutputHelper output)
{
    [FactWhereSet("SSC_CORPUS")]
    public void Every_file_of_the_corpus_is_read_or_refused_for_one_clear_reason()
    {
        var files = Directory.GetFiles(Environment.GetEnvironmentVariable("SSC_CORPUS")!);
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
    }

    /// <remarks>Dates are left out: that library has turned them into another type. So are errors, which it gives as nothing.</remarks>
    [FactWhereSet("SSC_CORPUS")]
    public void Numbers_and_texts_of_the_corpus_agree_with_another_reader()
    {
        var files = Directory.GetFiles(Environment.GetEnvironmentVariable("SSC_CORPUS")!, "*.xls*");
        var compared = 0;
        var differences = new List<string>();
        foreach (var file in files.Where(file => !file.EndsWith(".xlsb", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (Sample.Read(File.ReadAllBytes(file), file).Workbook is { } workbook)
            {
                compared += Compare(file, workbook, differences);
            }
        }

        differences.Take(40).ToList().ForEach(output.WriteLine);
        output.WriteLine($"{compared} cells compared, {differences.Count} differ");
        Assert.True(differences.Count <= compared / 1000, "More than one cell in a thousand differs.");
    }

    private static int Compare(string file, Workbook workbook, List<string> differences)
    {
        var compared = 0;
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(File.OpenRead(file));
            do
            {
                var sheet = workbook.Sheets.FirstOrDefault(one => one.Name == reader.Name);
                for (var row = 1; reader.Read(); row++)
                {
                    for (var i = 0; i < reader.FieldCount; i++)
                    {
                        var theirs = reader.GetValue(i);
                        var ours = sheet?.Cell(new CellAddress(row, i + 1)) ?? default;
                        if (theirs is DateTime or TimeSpan || ours.Kind is CellKind.Error)
                        {
                            continue;
                        }

                        compared++;
                        var same = theirs switch
                        {
                            null or "" => ours.Kind == CellKind.Blank,
                            string text => ours.Text == text,
                            bool truth => ours.Kind == CellKind.Boolean && ours.Number == 1 == truth,
                            _ => ours.Number == Convert.ToDouble(theirs, System.Globalization.CultureInfo.InvariantCulture),
                        };
                        if (!same)
                        {
                            differences.Add($"{Path.GetFileName(file)} {reader.Name}!{new CellAddress(row, i + 1)}: {ours.Shown()} / {theirs}");
                        }
                    }
                }
            }
            while (reader.NextResult());
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            differences.Add($"{Path.GetFileName(file)}: the other reader failed: {exception.GetType().Name}");
        }

        return compared;
    }
}
