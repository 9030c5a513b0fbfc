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

    [Fact]
    public void Drop_downs_limits_and_what_is_hidden_stand_in_the_file()
    {
        var list = new DraftSheet("Lists", [["F"], ["M"]]) { HeaderRows = 0, Visibility = SheetVisibility.VeryHidden };
        var sheet = new DraftSheet("Visits", [[(DraftCell)"Group" with { Style = new DraftStyle { IsBold = true, Fill = "D9E2EC" } }, default], ["Sex", "FVC (L)"]])
        {
            HeaderRows = 2,
            HeaderColumns = 1,
            HiddenRows = [1],
            ColumnStyles = [new DraftStyle { NumberFormat = "@" }],
            Merged = [Range("A1:B1")],
            Validations =
            [
                new DraftValidation(Range("A3:A9"), DraftRule.OneOf) { List = ("Lists", Range("A1:A2")), PromptTitle = "Sex", Prompt = "F or M" },
                new DraftValidation(Range("B3:B9"), DraftRule.Number) { Min = 0.3m, Max = 9, Refusal = DraftRefusal.Ask, ErrorTitle = "FVC", Error = "0.3 to 9 <L>" },
                new DraftValidation(Range("C3:C9"), DraftRule.Date) { Min = new DateOnly(2012, 3, 5).DayNumber },
            ],
        };

        var workbook = Sample.Open(Write(sheet, list));
        var xml = Part(Write(sheet, list), "xl/worksheets/sheet1.xml");

        Assert.Equal([SheetVisibility.Visible, SheetVisibility.VeryHidden], workbook.Sheets.Select(one => one.Visibility));
        Assert.True(workbook.Sheets[0].Rows[0].IsHidden);
        Assert.Equal(Range("A1:B1"), Assert.Single(workbook.Sheets[0].Merged));
        Assert.Equal(["Sex", "F or M", "FVC", "0.3 to 9 <L>"], workbook.Texts.Select(text => text.Text).Intersect(["Sex", "F or M", "FVC", "0.3 to 9 <L>"]));
        Assert.Contains("<formula1>'Lists'!$A$1:$A$2</formula1>", xml, StringComparison.Ordinal);
        Assert.Contains("errorStyle=\"warning\"", xml, StringComparison.Ordinal);
        Assert.Contains("operator=\"greaterThanOrEqual\"", xml, StringComparison.Ordinal);
        Assert.Contains("<formula1>40973</formula1>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_that_Excel_would_cut_off_is_a_mistake_of_the_caller() => Assert.Throws<ArgumentException>(() => Write(
        new DraftSheet("A", []) { Validations = [new DraftValidation(Range("A1"), DraftRule.Anything) { Prompt = new string('a', 256) }] }));

    [Fact]
    public void A_workbook_of_hidden_sheets_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Write(new DraftSheet("A", []) { Visibility = SheetVisibility.Hidden }));

    private static CellRange Range(string text) => CellRange.TryParse(text)!.Value;

    private static string Part(byte[] workbook, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Write(params DraftSheet[] sheets)
    {
        using var bytes = new MemoryStream();
        WorkbookWriter.Write(bytes, sheets);
        return bytes.ToArray();
    }
}
