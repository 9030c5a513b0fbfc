using System.IO.Compression;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Hostile;

/// <summary>What the largest workbooks cost, and the limits that are counted while unpacking.</summary>
public sealed class LargeShapes
{
    private const string Sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(40);

    [Fact]
    public void All_rows_of_a_sheet_blank_with_a_style_are_no_rows() => Assert.Equal(2, Open(Shapes.BlankRows()).Sheets[0].Rows.Length);

    [Fact]
    public void All_columns_of_a_sheet_blank_are_no_columns_and_a_value_in_the_last_crosses_the_limit()
    {
        Assert.All(Open(Shapes.BlankColumns("")).Sheets[0].Rows, row => Assert.Equal(3, row.Cells.Length));
        Assert.Equal("values to the right of column 1,000", Read(Shapes.BlankColumns("<v>1</v>")).Fault!.Detail);
    }

    [Fact]
    public void A_million_shared_texts_are_read() => Assert.Equal("text 999999", Open(Shapes.SharedTexts()).At("A3").Shown());

    [Fact]
    public void A_hundred_thousand_merged_ranges_inside_each_other_are_read() => Assert.Equal(100_000, Open(Shapes.MergedRanges()).Sheets[0].Merged.Length);

    [Fact]
    public void Sixty_thousand_styles_with_a_number_format_each_and_a_cell_each_are_read() =>
        Assert.Equal(Shapes.Styles + 1, Open(Shapes.ManyStyles()).Sheets[0].Rows.Length);

    [Fact]
    public void Formulas_that_would_take_for_ever_are_not_calculated() => Assert.Equal("19", Open(Shapes.Formulas()).At("C20000").Shown());

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
        var bytes = Sample.Xlsx(Sheet + Shapes.Lines(120_000, _ => "<x/>" + new string(' ', 96)));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var largestRefused = (int)(zip.Entries.Sum(entry => entry.Length) / (bytes.Length + 1));

        Judge(Sample.Read(bytes, "site.xlsx", new() { CompressionRatio = largestRefused + spare }), isRead, "times its size");
    }

    private static void Judge(WorkbookReading reading, bool isRead, string detail)
    {
        Assert.Equal(isRead ? null : WorkbookFaultKind.LimitExceeded, reading.Fault?.Kind);
        Assert.True(isRead || reading.Fault!.Detail.Contains(detail, StringComparison.Ordinal), reading.Fault?.Detail);
    }

    private static Workbook Open(byte[] bytes) => Read(bytes).Workbook!;

    private static WorkbookReading Read(byte[] bytes)
    {
        using var patience = new CancellationTokenSource(s_patience);
        return new WorkbookReader(new SpreadsheetLimits { Time = 10 * s_patience }).Read(new MemoryStream(bytes), "site.xlsx", patience.Token);
    }
}
