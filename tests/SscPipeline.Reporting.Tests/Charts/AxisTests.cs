using System.Globalization;
using SscPipeline.Reporting.Charts;

namespace SscPipeline.Reporting.Tests.Charts;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 262)]
    [InlineData(25, 145)]
    [InlineData(50, 28)]
    [InlineData(-3, 262)]
    [InlineData(51, 28)]
    public void A_value_has_its_place_and_one_beyond_the_ends_that_of_the_end(double value, double expected) =>
        Assert.Equal(expected, new Axis(0, 50, 262, 28).Position(value), 1e-9);

    [Theory]
    [InlineData("10.5 41.5", 10, 50, "10 20 30 40 50")]
    [InlineData("0 -31", -40, 0, "-40 -30 -20 -10 0")]
    [InlineData("0.1 0.9", 0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData("7 7", 6, 8, "6 6.5 7 7.5 8")]
    [InlineData("", 0, 1, "0 0.2 0.4 0.6 0.8 1")]
    public void Ends_and_ticks_are_round(string values, double low, double high, string ticks)
    {
        var axis = Axis.Around(values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => double.Parse(value, CultureInfo.InvariantCulture)), 0, 100);

        Assert.Equal((low, high), (axis.Low, axis.High));
        Assert.Equal(ticks.Replace('-', '\u2212'), string.Join(' ', axis.Ticks().Select(Axis.Label)));
    }

    [Fact]
    public void Planned_visits_are_named_where_there_is_room_and_years_after_them()
    {
        Assert.Equal("0 3 6 9 12 18 24 30", Months(30));
        Assert.Equal("0 1 3 6", Months(4));
        Assert.Equal("0 3 6 9 18 24 30 36 48 60 72 84", Months(84));
    }

    [Fact]
    public void Study_day_1_is_month_0() =>
        Assert.Equal((0, 730 / 30.4375), (MonthAxis.Month(1), MonthAxis.Month(731)));

    private static string Months(double last) => string.Join(' ', System.Text.RegularExpressions.Regex
        .Matches(MonthAxis.Draw(MonthAxis.Around([last], 46, 548), 0, 100).Html, "middle\">(\\d+)<").Select(match => match.Groups[1].Value));
}
