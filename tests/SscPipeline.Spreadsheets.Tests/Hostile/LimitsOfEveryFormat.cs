using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Hostile;

/// <summary>A limit that a file just keeps lets it pass; one less does not, in whatever format it came.</summary>
public sealed class LimitsOfEveryFormat
{
    public static TheoryData<string> Files => new("table-openpyxl.xlsx", "table-sheetjs.xlsb", "table-libreoffice.xls", "table-sheetjs-biff5.xls", "table-libreoffice.csv");

    [Theory, MemberData(nameof(Files))]
    public void Rows(string name) =>
        Check(name, workbook => workbook.Sheets.Sum(sheet => sheet.Rows.Length), rows => new() { Rows = rows }, "rows");

    [Theory, MemberData(nameof(Files))]
    public void Columns(string name) =>
        Check(name, workbook => Cells(workbook).Max(cell => cell.Column), columns => new() { Columns = columns }, "to the right of column");

    [Theory, MemberData(nameof(Files))]
    public void Cells_of_all_sheets(string name) =>
        Check(name, workbook => Cells(workbook).Count(), cells => new() { Cells = cells }, "cells");

    [Theory, MemberData(nameof(Files))]
    public void Bytes_of_the_file(string name) =>
        Check(name, _ => Sample.Museum(name).Length, bytes => new() { FileBytes = bytes }, "a file of");

    [Theory, MemberData(nameof(Files))]
    public void Seconds(string name)
    {
        var fault = Sample.Refuse(Sample.Museum(name), name, new() { Time = TimeSpan.Zero });

        Assert.Equal(WorkbookFaultKind.LimitExceeded, fault.Kind);
    }

    [Fact]
    public void The_limits_are_those_that_sites_are_told()
    {
        var limits = new SpreadsheetLimits();

        Assert.Equal((50L << 20, 500L << 20, 200, 2_000), (limits.FileBytes, limits.UncompressedBytes, limits.CompressionRatio, limits.ZipEntries));
        Assert.Equal((200_000, 1_000, 5_000_000, 32_767, 60.0), (limits.Rows, limits.Columns, limits.Cells, limits.CellCharacters, limits.Time.TotalSeconds));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_limit_holds_at_its_true_size(int over)
    {
        Full(string.Concat(Enumerable.Repeat("1\n", 200_000 + over)), over, "rows");
        Full(string.Concat(Enumerable.Repeat("1,", 999 + over)) + "1\n", over, "to the right of column 1,000");
        Full(string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("1,", 999)) + "1\n", 5_000)) + new string('1', over), over, "5,000,000 cells");
        Full(new string('x', 32_767 + over), over, "32,767 characters");
        Full("a" + new string('\n', (50 << 20) - 1 + over), over, "a file of 50.1 MB");
        var parts = Enumerable.Range(5, 2_000 - 4 + over).Select(n => ($"more/{n}.txt", "")).ToArray();
        Judge(Sample.Read(Sample.Xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>", parts)), over, "2,000 parts");
    }

    private static void Full(string table, int over, string detail) => Judge(Sample.Read(Sample.Text(table), "site.csv"), over, detail);

    private static void Check(string name, Func<Workbook, int> size, Func<int, SpreadsheetLimits> limit, string detail)
    {
        var bytes = Sample.Museum(name);
        var exact = size(Sample.Open(bytes, name));

        Judge(Sample.Read(bytes, name, limit(exact)), 0, detail);
        Judge(Sample.Read(bytes, name, limit(exact - 1)), 1, detail);
    }

    private static void Judge(WorkbookReading reading, int over, string detail)
    {
        Assert.Equal(over == 0 ? null : WorkbookFaultKind.LimitExceeded, reading.Fault?.Kind);
        Assert.True(over == 0 || reading.Fault!.Detail.Contains(detail, StringComparison.Ordinal), reading.Fault?.Detail);
    }

    private static IEnumerable<Cell> Cells(Workbook workbook) => workbook.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells);
}
