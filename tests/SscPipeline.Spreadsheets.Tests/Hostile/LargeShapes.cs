using System.IO.Compression;
using System.Text;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Hostile;

/// <summary>Workbooks as large as the format allows in one way or another, and what they cost.</summary>
public sealed class LargeShapes
{
    private const string Sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";

    /// <summary>A careless reader needs minutes or hours for any of them.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(40);

    [Fact]
    public void All_rows_of_a_sheet_blank_with_a_style_are_no_rows()
    {
        var blank = Lines(1_048_576 - 1, n => $"<row r=\"{n + 1}\" s=\"1\" customFormat=\"1\"/>");

        Assert.Single(Read($"<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>{blank}</sheetData>").Workbook!.Sheets[0].Rows);
    }

    [Fact]
    public void All_columns_of_a_sheet_blank_are_no_columns_and_a_value_in_the_last_crosses_the_limit()
    {
        var blank = Lines(16_383, n => $"<c r=\"{new CellAddress(1, n + 1)}\" s=\"1\"/>");

        Assert.Single(Assert.Single(Read($"<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>{blank}</row></sheetData>").Workbook!.Sheets[0].Rows).Cells);
        Assert.Equal(
            "values to the right of column 1,000",
            Read($"<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>{blank.Replace("<c r=\"XFD1\" s=\"1\"/>", "<c r=\"XFD1\"><v>1</v></c>", StringComparison.Ordinal)}</row></sheetData>").Fault!.Detail);
    }

    [Fact]
    public void A_million_shared_texts_are_read()
    {
        var reading = Read(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>999999</v></c></row></sheetData>",
            ("xl/sharedStrings.xml", $"<sst>{Lines(1_000_000, n => $"<si><t>text {n - 1}</t></si>")}</sst>"));

        Assert.Equal("text 999999", reading.Workbook!.At("A1").Shown());
    }

    [Fact]
    public void A_hundred_thousand_merged_ranges_inside_each_other_are_read()
    {
        var merged = Lines(100_000, n => $"<mergeCell ref=\"A{n}:XFD{1_048_577 - n}\"/>");

        Assert.Equal(100_000, Read($"{Sheet}<mergeCells count=\"100000\">{merged}</mergeCells>").Workbook!.Sheets[0].Merged.Length);
    }

    [Fact]
    public void Sixty_thousand_styles_with_a_number_format_each_and_a_cell_each_are_read()
    {
        const int Styles = 60_000;
        var cells = Lines(Styles, n => $"<row r=\"{n}\"><c r=\"A{n}\" s=\"{n - 1}\"><v>{n}</v></c></row>");
        var formats = Lines(Styles, n => $"<numFmt numFmtId=\"{n + 200}\" formatCode=\"0.00&quot;{n}&quot;\"/>");
        var styles = Lines(Styles, n => $"<xf numFmtId=\"{n + 200}\"/>");

        var workbook = Read($"<sheetData>{cells}</sheetData>", ("xl/styles.xml", $"<styleSheet><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>")).Workbook!;

        Assert.Equal(Styles, workbook.Sheets[0].Rows.Length);
    }

    [Fact]
    public void Formulas_that_would_take_for_ever_are_not_calculated()
    {
        const string Doubling = "<f>SUMPRODUCT((A$1:A$1048576=A1)*(B$1:B$1048576=B1))</f>";
        var nested = $"<f>{string.Concat(Enumerable.Repeat("IF(A1,", 5_000))}1{new string(')', 5_000)}</f>";
        var cells = Lines(20_000, n => $"<row r=\"{n}\"><c r=\"A{n}\">{(n % 1_000 == 0 ? nested : Doubling)}<v>{n}</v></c><c r=\"B{n}\"><f t=\"shared\" si=\"0\" ref=\"B1:B1048576\">B{n}</f><v>2</v></c></row>");

        var workbook = Read($"<sheetData>{cells}</sheetData>").Workbook!;

        Assert.Equal("19999", workbook.At("A19999").Shown());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void What_a_file_unpacks_to_is_counted_to_the_byte(int spare, bool isRead)
    {
        var bytes = Sample.Xlsx(Sheet + new string(' ', 100_000));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var limits = new SpreadsheetLimits { UncompressedBytes = zip.Entries.Sum(entry => entry.Length) + spare };

        Judge(Sample.Read(bytes, "site.xlsx", limits), isRead, "when unpacked");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void The_ratio_is_counted_to_the_whole_number(int spare, bool isRead)
    {
        var bytes = Sample.Xlsx(Sheet + Lines(120_000, _ => "<x/>" + new string(' ', 96)));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var largestRefused = (int)(zip.Entries.Sum(entry => entry.Length) / (bytes.Length + 1));

        Judge(Sample.Read(bytes, "site.xlsx", new() { CompressionRatio = largestRefused + spare }), isRead, "times its size");
    }

    private static void Judge(WorkbookReading reading, bool isRead, string detail)
    {
        Assert.Equal(isRead ? null : WorkbookFaultKind.LimitExceeded, reading.Fault?.Kind);
        Assert.True(isRead || reading.Fault!.Detail.Contains(detail, StringComparison.Ordinal), reading.Fault?.Detail);
    }

    private static WorkbookReading Read(string sheet, params (string Name, string Content)[] more)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var reader = new WorkbookReader(new SpreadsheetLimits { Time = 10 * s_patience });
        return reader.Read(new MemoryStream(Sample.Xlsx(sheet, more)), "site.xlsx", patience.Token);
    }

    private static string Lines(int count, Func<int, string> line) =>
        Enumerable.Range(1, count).Aggregate(new StringBuilder(), (text, n) => text.Append(line(n))).ToString();
}
