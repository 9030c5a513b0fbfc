using System.Text;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Tests.Tables;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("-6.29", "-6.29")]
    [InlineData("+5", "+5")]
    [InlineData("-", "'-")]
    [InlineData("- 5", "'- 5")]
    [InlineData("a=b", "a=b")]
    public void A_text_is_never_run_as_a_formula_and_a_number_stays_one(string typed, string written) => Assert.Equal($"x\n{written}\n", Write(typed));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Commas_quotes_and_line_ends_are_quoted(string typed, string written) => Assert.Equal($"x\n{written}\n", Write(typed));

    [Fact]
    public void Numbers_are_written_in_full_and_nothing_is_an_empty_field()
    {
        Assert.Equal("x\n-6.291666666666667\n", Write(-6.291666666666667));
        Assert.Equal("x\n\n", Write(default));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var text = Encoding.UTF8.GetString(new CsvTable("a", "b").Add("1,2", "x \"y\"\nz").ToFile("t.csv").Content.Span);

        var row = Assert.Single(CsvReader.Read(text));

        Assert.Equal(("1,2", "x \"y\"\nz"), (row["a"], row["b"]));
    }

    [Fact]
    public void The_tables_of_the_synthetic_example_hold_the_figures_unrounded()
    {
        var files = ReportWriter.Write(Guo2012.Summary).ToDictionary(file => file.Path);

        var skin = CsvReader.Read(Encoding.UTF8.GetString(files["tables/mrss_total.csv"].Content.Span));

        var month6 = skin.Single(row => row["scope"] == "overall" && row["month"] == "6" && row["window_rule"] == "strict");
        Assert.Equal(("points", "6", "-6.291666666666667", "0.03125"), (month6["unit"], month6["n"], month6["change_mean"], month6["wilcoxon_exact_p"]));
        Assert.Equal("4", skin.Single(row => row["month"] == "24" && row["window_rule"] == "contiguous")["n"]);
        Assert.Equal(13, CsvReader.Read(Encoding.UTF8.GetString(files["tables/literature.csv"].Content.Span)).Count);
    }

    private static string Write(CsvField field) => Encoding.UTF8.GetString(new CsvTable("x").Add(field).ToFile("t.csv").Content.Span);
}
