using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

public sealed class Writing
{
    private static readonly ImmutableArray<DraftCell> s_header = ["Subject", "Visit date", "mRSS", "On TPN"];

    [Fact]
    public void What_is_written_is_read_back()
    {
        var sheet = new DraftSheet("Visits", [s_header, ["S-001", new DateOnly(2012, 3, 5), 26.5m, true], [], [(string?)null, default, 3, false]]) { ColumnWidths = [12, 0, 8] };

        var workbook = Sample.Open(Write(sheet));

        Assert.Equal(["S-001", "40973 date", "26.5", "true"], workbook.Sheets[0].Rows[1].Cells.Select(cell => cell.Shown()));
        Assert.Equal([1, 2, 4], workbook.Sheets[0].Rows.Select(row => row.Number));
        Assert.Equal(("", "3", "false"), (workbook.At("A4").Shown(), workbook.At("C4").Shown(), workbook.At("D4").Shown()));
    }

    [Theory]
    [InlineData("<b>&amp; \"'")]
    [InlineData("=1+1")]
    [InlineData("  two\r\nlines\t")]
    [InlineData("bell \u0007, escape _x0007_, lone \ud800")]
    [InlineData("皮肤 😀")]
    public void A_text_comes_back_as_it_was(string text) =>
        Assert.Equal((CellKind.Text, text), (Sample.Open(Write(new DraftSheet("A", [[text]]))).At("A1") is var cell ? (cell.Kind, cell.Text) : default));

    [Theory, MemberData(nameof(Seeds))]
    public void Any_table_comes_back_as_it_was(int seed)
    {
        var random = new Random(seed);
        var numbers = Enumerable.Range(0, random.Next(1, 30)).Select(_ => decimal.Round((decimal)(random.NextDouble() * 1000), random.Next(0, 6))).ToArray();

        var workbook = Sample.Open(Write(new DraftSheet("A", [[.. numbers.Select(number => (DraftCell)number)]])));

        Assert.Equal(numbers, workbook.Sheets[0].Rows[0].Cells.Select(cell => (decimal)cell.Number));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Fact]
    public void The_same_sheets_give_the_same_bytes() =>
        Assert.Equal(Write(new DraftSheet("A", [s_header])), Write(new DraftSheet("A", [s_header])));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a name of more than thirty-one chars")]
    public void A_name_that_Excel_refuses_is_a_mistake_of_the_caller(string name) =>
        Assert.Throws<ArgumentException>(() => Write(new DraftSheet(name, [])));

    [Fact]
    public void Two_sheets_of_one_name_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Write(new DraftSheet("Visits", []), new DraftSheet("visits", [])));

    private static byte[] Write(params DraftSheet[] sheets)
    {
        using var bytes = new MemoryStream();
        WorkbookWriter.Write(bytes, sheets);
        return bytes.ToArray();
    }
}
