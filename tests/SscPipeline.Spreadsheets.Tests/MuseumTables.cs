using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

public sealed class MuseumTables
{
    private static readonly string[][] s_table =
    [
        ["Subject", "Visit date", "mRSS", "FVC", "Share", "On TPN"],
        ["S-001", "40973 date", "26", "2.85", "0.85 %", "true"],
        ["S-002", "41159 date", "18", "3.1", "0.5 %", "false"],
        ["受试者-003", "36525 date", "0", "0.125", "1 %", "true"],
    ];

    [Theory]
    [InlineData("table-openpyxl.xlsx", WorkbookFormat.Xlsx)]
    [InlineData("table-libreoffice.xlsx", WorkbookFormat.Xlsx)]
    [InlineData("table-sheetjs.xlsx", WorkbookFormat.Xlsx)]
    [InlineData("table-libreoffice.xls", WorkbookFormat.Xls)]
    [InlineData("table-sheetjs.xls", WorkbookFormat.Xls)]
    [InlineData("table-sheetjs.xlsb", WorkbookFormat.Xlsb)]
    public void The_same_table_has_the_same_values_whatever_program_and_format_it_comes_from(string name, WorkbookFormat format)
    {
        var workbook = Sample.Open(Sample.Museum(name), name);

        Assert.Equal(format, workbook.Format);
        Assert.Equal("Visits", workbook.Sheets[0].Name);
        Assert.Equal(s_table, Shown(workbook.Sheets[0]));
        Assert.Empty(workbook.Remarks);
    }

    [Fact]
    public void An_old_workbook_without_Unicode_has_its_numbers_and_Western_texts()
    {
        var rows = Shown(Sample.Open(Sample.Museum("table-sheetjs-biff5.xls"), "old.xls").Sheets[0]);

        Assert.Equal(s_table[..3], rows[..3]);
        Assert.Equal(s_table[3][1..], rows[3][1..]);
    }

    [Fact]
    public void A_text_table_keeps_every_value_as_the_text_that_it_is()
    {
        var workbook = Sample.Open(Sample.Museum("table-libreoffice.csv"), "Visits.csv");

        Assert.Equal("Visits", workbook.Sheets[0].Name);
        Assert.Equal(["S-001", "2012-03-05", "26", "2.85", "85%", "TRUE"], Shown(workbook.Sheets[0])[1]);
        Assert.All(workbook.Sheets[0].Rows.SelectMany(row => row.Cells), cell => Assert.Equal(CellKind.Text, cell.Kind));
    }

    [Theory]
    [InlineData("dates-1904-openpyxl.xlsx")]
    [InlineData("dates-1904-libreoffice.xls")]
    public void A_workbook_that_counts_days_from_1904_says_so_and_keeps_its_own_numbers(string name)
    {
        var workbook = Sample.Open(Sample.Museum(name), name);

        Assert.True(workbook.Uses1904Dates);
        Assert.Equal("39511 date", workbook.At("B2").Shown());
    }

    private static string[][] Shown(Sheet sheet) => [.. sheet.Rows.Select(row => row.Cells.Select(cell => cell.Shown()).ToArray())];
}
