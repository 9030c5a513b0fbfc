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

    [Fact]
    public void Quartiles_are_those_of_Excel()
    {
        var sample = new Sample([4m, 1m, 3m, 2m]);

        Assert.Equal((1.75, 2.5, 3.25), (sample.Q1, sample.Median, sample.Q3));
    }
}
