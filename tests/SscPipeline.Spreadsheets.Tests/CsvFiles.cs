using System.Text;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

public sealed class CsvFiles
{
    static CsvFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string?> Encodings => new()
    {
        { "utf-8", null },
        { "utf-16", "UTF-16 (little endian)" },
        { "utf-16BE", "UTF-16 (big endian)" },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void A_marked_encoding_is_believed(string name, string? remark)
    {
        var workbook = Sample.Open(Sample.Text("编号,mRSS\n受试者,26\n", Encoding.GetEncoding(name)), "a.csv");

        Assert.Equal(("编号", "受试者", "26"), (workbook.At("A1").Text, workbook.At("A2").Text, workbook.At("B2").Text));
        Assert.Equal(remark, workbook.Remarks.SingleOrDefault()?.Detail);
    }

    [Theory]
    [InlineData("编号,改良Rodnan皮肤评分,用力肺活量\n001,26,2.85\n", "GB18030", "GB18030")]
    [InlineData("subject;température;± SD\n001;37,5 °C;é\nMüller;36,9 °C;0,2 µg\n", "windows-1252", "Windows-1252")]
    [InlineData("subject,mRSS,note\n001,26,plain\n", "utf-16", "UTF-16 (little endian)")]
    [InlineData("编号,mRSS\n", "utf-8", null)]
    public void An_unmarked_encoding_is_found_out(string text, string encoding, string? remark)
    {
        var workbook = Sample.Open(Encoding.GetEncoding(encoding).GetBytes(text), "a.csv");

        var separator = text.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        Assert.Equal(text.Split('\n')[0].Split(separator), workbook.Sheets[0].Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(remark, workbook.Remarks.SingleOrDefault(one => one.Kind == WorkbookRemarkKind.EncodingAssumed)?.Detail);
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("a;b\n1,5;2,5\n")]
    [InlineData("\"a,x,y,z\";b\n\"1,2,3\";2\n")]
    [InlineData("sep=|\r\na|b\r\n1|2\r\n")]
    public void The_separator_is_found_outside_quotes(string text)
    {
        var sheet = Sample.Open(Sample.Text(text), "a.csv").Sheets[0];

        Assert.Equal([1, 2], sheet.Rows.Select(row => row.Number));
        Assert.All(sheet.Rows, row => Assert.Equal(2, row.Cells.Length));
        Assert.Equal("b", sheet.Rows[0].Cells[1].Text);
    }

    [Fact]
    public void Row_numbers_are_those_that_Excel_shows()
    {
        var sheet = Sample.Open(Sample.Text("a,b\r\n\"one\r\ntwo\",2\r\n\r\n,,\r\nx,3"), "a.csv").Sheets[0];

        Assert.Equal([1, 2, 5], sheet.Rows.Select(row => row.Number));
        Assert.Equal(("one\r\ntwo", "3"), (sheet.Rows[1].Cells[0].Text, sheet.Rows[2].Cells[1].Text));
    }

    [Theory]
    [InlineData("a,\"say \"\"no\"\"\",c\n", "say \"no\"")]
    [InlineData("a,5\" wide,c\n", "5\" wide")]
    [InlineData("a,\"b\"x,c\n", "bx")]
    [InlineData("a,  b ,c\n", "  b ")]
    public void Quotation_marks_mean_what_they_mean_in_Excel(string text, string second) =>
        Assert.Equal(second, Sample.Open(Sample.Text(text), "a.csv").At("B1").Text);

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_no_silent_loss_of_rows()
    {
        var fault = Sample.Refuse(Sample.Text("a,b\n1,\"2\n3,4\n"), "a.csv");

        Assert.Equal((WorkbookFaultKind.Damaged, true), (fault.Kind, fault.Detail.Contains("row 2", StringComparison.Ordinal)));
    }

    [Fact]
    public void Rows_with_more_or_fewer_values_than_the_table_are_remarked_on_and_titles_are_not()
    {
        var workbook = Sample.Open(Sample.Text("Study of example\na,b,c\n1,2,3\n1,2,3,4\n1,2\n1,2,\n1,2,3,,\n"), "a.csv");

        Assert.Equal(
            ["row 4 has 4 values, most rows have 3", "row 5 has 2 values, most rows have 3"],
            workbook.Remarks.Select(remark => remark.Detail));
    }
}
