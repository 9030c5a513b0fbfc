using System.Text;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>Each limit with a file that just keeps it and one that crosses it by one.</summary>
public sealed class Limits
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void Bytes_of_a_file(int spare, bool isRead) =>
        Check(Sample.Text("a,b\n"), new() { FileBytes = 4 + spare }, isRead, "a file of");

    [Theory]
    [InlineData("site.xlsx", 3, true)]
    [InlineData("site.xlsx", 4, false)]
    [InlineData("site.csv", 3, true)]
    [InlineData("site.csv", 4, false)]
    public void Rows_with_a_value(string name, int rows, bool isRead) =>
        Check(Table(name, rows, 2), new() { Rows = 3 }, isRead, "more than 3 rows");

    [Theory]
    [InlineData("site.xlsx", 3, true)]
    [InlineData("site.xlsx", 4, false)]
    [InlineData("site.csv", 3, true)]
    [InlineData("site.csv", 4, false)]
    public void Columns_with_a_value(string name, int columns, bool isRead) =>
        Check(Table(name, 2, columns), new() { Columns = 3 }, isRead, "to the right of column 3");

    [Theory]
    [InlineData("site.xlsx", 50, true)]
    [InlineData("site.xlsx", 51, false)]
    [InlineData("site.csv", 50, true)]
    [InlineData("site.csv", 51, false)]
    public void Cells_with_a_value(string name, int columns, bool isRead) =>
        Check(Table(name, 2, columns), new() { Cells = 100 }, isRead, "more than 100 cells");

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Characters_of_a_cell(int length, bool isRead)
    {
        var text = new string('x', length);
        Check(Sample.Text($"{text},b\n"), new() { CellCharacters = 10 }, isRead, "a cell with more than 10 characters");
        Check(
            Sample.Xlsx($"""<sheetData><row><c t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>"""),
            new() { CellCharacters = 10 },
            isRead,
            "a cell with more than 10 characters");
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public void Characters_of_all_different_texts(int most, bool isRead) =>
        Check(Sample.Text("aaaaaaaaaa,bbbbbbbbbb\naaaaaaaaaa,bbbbbbbbbb\n"), new() { TextCharacters = most }, isRead, "characters of text");

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Parts_of_a_zip_container(int parts, bool isRead)
    {
        var more = Enumerable.Range(5, parts - 4).Select(n => ($"more/{n}.txt", "")).ToArray();
        Check(Sample.Xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>", more), new() { ZipEntries = 6 }, isRead, "more than 6 parts");
    }

    [Fact]
    public void Bytes_that_a_file_unpacks_to()
    {
        const string Sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";
        var small = Sample.Xlsx(Sheet + new string(' ', 100_000));
        var large = Sample.Xlsx(Sheet + new string(' ', 200_000));

        Check(small, new() { UncompressedBytes = 150_000 }, isRead: true, "");
        Check(large, new() { UncompressedBytes = 150_000 }, isRead: false, "when unpacked");
    }

    [Fact]
    public void A_zip_bomb_ends_long_before_it_is_unpacked()
    {
        var sheet = new StringBuilder("<sheetData><row><c><v>1</v></c></row></sheetData>");
        sheet.Insert(sheet.Length, "<x/>" + new string(' ', 96), 300_000);

        Check(Sample.Xlsx(sheet.ToString()), new(), isRead: false, "200 times its size");
    }

    [Fact]
    public void A_single_endless_attribute_is_not_gathered_in_memory() =>
        Check(
            Sample.Xlsx($"""<sheetPr x="{new string('x', 2_000_000)}"/><sheetData><row><c><v>1</v></c></row></sheetData>"""),
            new(),
            isRead: false,
            "a cell with more than 32,767 characters");

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void Shared_texts_that_no_cell_uses(int count, bool isRead)
    {
        var items = string.Concat(Enumerable.Range(0, count).Select(n => $"<si><t>{n}</t></si>"));
        var bytes = Sample.Xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>", ("xl/sharedStrings.xml", $"<sst>{items}</sst>"));
        const int OtherPieces = 7;

        Check(bytes, new() { Cells = 1_000 + OtherPieces }, isRead, "more than 1,007 notes");
    }

    [Fact]
    public void Endless_new_names_are_damage()
    {
        var names = string.Concat(Enumerable.Range(0, 25_000).Select(n => $"<n{n}/>"));

        Assert.Equal(WorkbookFaultKind.Damaged, Sample.Refuse(Sample.Xlsx(names)).Kind);
    }

    [Fact]
    public void Deep_nesting_is_damage()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000));

        Assert.Equal(WorkbookFaultKind.Damaged, Sample.Refuse(Sample.Xlsx(deep)).Kind);
    }

    [Fact]
    public void A_hundred_thousand_blank_styled_rows_and_a_merged_sheet_cost_nothing()
    {
        var rows = string.Concat(Enumerable.Range(2, 100_000).Select(n => $"""<row r="{n}" s="1" customFormat="1"><c r="XFD{n}" s="1"/></row>"""));
        var workbook = Sample.Open(Sample.Xlsx(
            $"""<cols><col min="1" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>{rows}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"""));

        Assert.Single(workbook.Sheets[0].Rows);
        Assert.Equal("A1:XFD1048576", workbook.Sheets[0].Merged[0].ToString());
        Assert.Equal([1], workbook.Sheets[0].HiddenColumns.ToArray());
    }

    [Fact]
    public void Merged_ranges_have_the_same_limit_as_cells()
    {
        var merged = string.Concat(Enumerable.Repeat("""<mergeCell ref="A1:B2"/>""", 10));
        var bytes = Sample.Xlsx($"<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>{merged}</mergeCells>");

        Check(bytes, new() { Cells = 20 }, isRead: true, "");
        Check(bytes, new() { Cells = 10 }, isRead: false, "more than 10 notes, merged ranges");
    }

    [Fact]
    public void Time()
    {
        var bytes = Table("site.xlsx", 500, 2);

        Assert.NotNull(Sample.Read(bytes, limits: new(), time: new SteppingTime(TimeSpan.FromMilliseconds(1))).Workbook);
        var fault = Sample.Refuse(bytes, limits: new(), time: new SteppingTime(TimeSpan.FromSeconds(25)));
        Assert.Equal(new WorkbookFault(WorkbookFaultKind.LimitExceeded, "a file that takes more than 60 s to read", "a file may take 60 s"), fault);
    }

    [Fact]
    public void A_caller_who_gives_up_is_no_fault_of_the_file()
    {
        using var gaveUp = new CancellationTokenSource();
        gaveUp.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            new WorkbookReader(new SpreadsheetLimits()).Read(new MemoryStream(Table("site.xlsx", 2, 2)), "site.xlsx", gaveUp.Token));
    }

    private static void Check(byte[] bytes, SpreadsheetLimits limits, bool isRead, string detail)
    {
        var reading = Sample.Read(bytes, "site.xlsx", limits);
        Assert.Equal(isRead ? null : WorkbookFaultKind.LimitExceeded, reading.Fault?.Kind);
        Assert.True(isRead || (reading.Fault!.Detail.Contains(detail, StringComparison.Ordinal) && reading.Fault.Limit.Length > 0), reading.Fault?.Detail);
    }

    private static byte[] Table(string name, int rows, int columns)
    {
        var cells = Enumerable.Range(1, columns);
        return name.EndsWith(".csv", StringComparison.Ordinal)
            ? Sample.Text(string.Concat(Enumerable.Range(1, rows).Select(_ => string.Join(',', cells) + "\n")))
            : Sample.Xlsx($"<sheetData>{string.Concat(Enumerable.Range(1, rows).Select(_ => $"<row>{string.Concat(cells.Select(n => $"<c><v>{n}</v></c>"))}</row>"))}</sheetData>");
    }

    /// <summary>A clock that goes on by one step whenever it is looked at.</summary>
    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks += step.Ticks;
    }
}
