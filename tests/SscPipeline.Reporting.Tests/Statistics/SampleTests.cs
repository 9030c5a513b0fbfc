using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Tests.Statistics;

public sealed class SampleTests
{
    [Fact]
    public void Nothing_has_no_figures()
    {
        var none = new Sample([]);

        Assert.Equal(0, none.Count);
        Assert.Null(none.Mean ?? none.Sd ?? none.Median ?? none.Q1 ?? none.Q3 ?? none.Min ?? none.Max);
        Assert.Null(PairedT.Confidence95(none));
    }

    [Fact]
    public void One_value_has_no_spread_no_interval_and_no_p()
    {
        var one = new Sample([7.5m]);

        Assert.Equal((7.5, 7.5, 7.5, 7.5), (one.Mean, one.Median, one.Q1, one.Q3));
        Assert.Null(one.Sd);
        Assert.Null(PairedT.Confidence95(one));
        Assert.Null(PairedT.PValue(one));
    }

    [Fact]
    public void Equal_values_have_a_spread_of_exactly_zero_and_no_t()
    {
        var same = new Sample([0.1m, 0.1m, 0.1m]);

        Assert.Equal(0, same.Sd);
        Assert.Null(PairedT.PValue(same));
        Assert.Equal(new Interval(0.1, 0.1), PairedT.Confidence95(same));
    }

    [Theory, InlineData(5, 3, 4), InlineData(-5, 0, 1), InlineData(-6, 0, 0), InlineData(100, 5, 5)]
    public void Values_are_counted_up_to_a_limit_and_below_it_without_those_that_are_rounded_to_it(int limit, int below, int upTo)
    {
        foreach (var sample in new[] { new Sample([7.25m, -5m, 4.999m, 5m, 0m]), new Sample([7.25m, -5m, 4.999m, 4.9999999999999999999999999999m, 0m]) })
        {
            Assert.Equal((below, upTo), (sample.CountBelow(limit), sample.CountUpTo(limit)));
        }
    }

    [Fact]
    public void Quartiles_are_those_of_Excel()
    {
        var sample = new Sample([4m, 1m, 3m, 2m]);

        Assert.Equal((1.75, 2.5, 3.25), (sample.Q1, sample.Median, sample.Q3));
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 40)]
    [InlineData(3, 2_000)]
    public void Values_with_more_decimals_than_fit_a_whole_number_have_the_same_figures(int seed, int count)
    {
        var random = new Random(seed);
        decimal[] values = [.. Enumerable.Range(0, count).Select(_ => random.Next(-9_999, 9_999) / 100m)];
        var (fitting, exact) = (new Sample(values), new Sample(values.Select(value => value + 0.0000000000000000000000000000m)));

        Assert.Equal((fitting.Mean, fitting.Sd, fitting.Median, fitting.Q1, fitting.Q3, fitting.Min, fitting.Max), (exact.Mean, exact.Sd, exact.Median, exact.Q1, exact.Q3, exact.Min, exact.Max));
        Assert.Equal((values.Sum(), values.Sum()), (fitting.Sum, exact.Sum));
        Assert.Equal(values.Order(), Enumerable.Range(0, count).Select(place => exact[place]));
        Assert.Equal(SignedRank.ExactP(fitting), SignedRank.ExactP(exact));
    }

    [Theory]
    [InlineData("0.0000000014", "0.0000000005", "-0.0000000005", "-0.00000000049")]
    [InlineData("1.00000000051", "0.00000000149", "-1.0000000015", "0.5")]
    public void Rounding_for_ranks_is_that_of_decimals(params string[] texts)
    {
        decimal[] values = [.. texts.Select(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        var rounded = new long[values.Length];

        new Sample(values).CopyRoundedTo(rounded);

        Assert.Equal(values.Order().Select(value => (long)(Precision.Rounded(value) * 1_000_000_000)), rounded);
    }
}
