using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Tests.Figures;

public sealed class FigureColumnTests
{
    [Fact]
    public void Values_with_more_and_fewer_decimals_come_back_in_any_order_and_a_visit_without_one_stays_without()
    {
        var column = new FigureColumn(5);
        column.Set(0, 3m);
        column.Set(3, -0.125m);
        column.Set(1, 41.5m);
        column.Set(4, 0m);

        Assert.Equal([3m, 41.5m, null, -0.125m, 0m], Enumerable.Range(0, 5).Select(column.Number));
        Assert.Equal(3, column.Scale);
    }

    [Theory]
    [InlineData("0.123456789012345", "0.12345678901235")]
    [InlineData("-0.123456789012345", "-0.12345678901235")]
    [InlineData("0.123456789012344", "0.12345678901234")]
    [InlineData("0.12345678901234", "0.12345678901234")]
    [InlineData("33.333333333333333333333333333", "33.33333333333333")]
    public void What_comes_after_fourteen_decimals_is_rounded_away(string sent, string kept)
    {
        var column = new FigureColumn(1);

        column.Set(0, decimal.Parse(sent, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(decimal.Parse(kept, System.Globalization.CultureInfo.InvariantCulture), column.Number(0));
    }

    [Fact]
    public void The_largest_value_stands_beside_one_of_fourteen_decimals_and_no_other_is_cut_in_silence()
    {
        var column = new FigureColumn(3);
        column.Set(0, FigureColumn.Largest);
        column.Set(1, 0.00000000000001m);

        Assert.Equal(FigureColumn.Largest, column.Number(0));
        Assert.Throws<OverflowException>(() => column.Set(2, FigureColumn.Largest + 1));
    }

    [Fact]
    public void No_variable_of_a_report_may_be_sent_with_a_value_that_figures_cannot_hold()
    {
        var sent = TestTable.Read("dictionary.csv").Where(variable => variable["derived"] != "yes" && FigureVariables.Numbers.Contains(variable["variable"])).ToList();

        Assert.True(sent.Count >= 10);
        Assert.All(sent, variable => Assert.InRange((decimal)variable.Number("max")!, 0m, FigureColumn.Largest));
    }
}
