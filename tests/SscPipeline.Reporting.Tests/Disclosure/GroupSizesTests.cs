using SscPipeline.Reporting.Disclosure;
using SscPipeline.Reporting.Statistics;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Which means may stand beside each other. The minimum is 5 throughout.</summary>
public sealed class GroupSizesTests
{
    private readonly DisclosureRules rules = new(5);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    [InlineData(24, false)]
    [InlineData(25, true)]
    [InlineData(16, false)]
    [InlineData(15, true)]
    public void A_second_group_is_the_same_size_or_differs_by_enough(int size, bool canJoin)
    {
        var sizes = new GroupSizes(rules);

        Assert.True(sizes.TryJoin(20));
        Assert.Equal(canJoin, sizes.TryJoin(size));
    }

    [Fact]
    public void A_group_that_was_refused_does_not_count()
    {
        var sizes = new GroupSizes(rules);
        sizes.TryJoin(20);
        sizes.TryJoin(23);

        Assert.True(sizes.TryJoin(27));
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(24, false)]
    [InlineData(25, true)]
    [InlineData(15, true)]
    public void A_mean_that_must_stay_unknown_is_not_that_of_a_group_shown_before(int size, bool canStay)
    {
        var sizes = new GroupSizes(rules);
        sizes.TryJoin(20);

        Assert.Equal(canStay, sizes.TryStayUnknown(size));
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(16, false)]
    [InlineData(25, true)]
    public void Nor_that_of_one_shown_afterwards(int size, bool canJoin)
    {
        var sizes = new GroupSizes(rules);

        Assert.True(sizes.TryStayUnknown(20));
        Assert.Equal(canJoin, sizes.TryJoin(size));
    }

    [Fact]
    public void A_group_that_could_not_stay_unknown_does_not_count()
    {
        var sizes = new GroupSizes(rules);
        sizes.TryJoin(20);
        sizes.TryStayUnknown(18);

        Assert.True(sizes.TryJoin(15));
    }

    [Fact]
    public void Without_the_rule_every_group_may_stand_beside_every_other()
    {
        var sizes = new GroupSizes(rules with { HidesDifferences = false });

        Assert.True(sizes.TryJoin(20) && sizes.TryJoin(21) && sizes.TryStayUnknown(20));
    }

    [Theory]
    [InlineData(4, 2.0, false)]
    [InlineData(5, 2.0, true)]
    [InlineData(5, 1e-9, false)]
    [InlineData(5, 1.1e-9, true)]
    [InlineData(5, null, false)]
    public void A_mean_is_shown_of_enough_persons_who_differ(int n, double? sd, bool canShow) => Assert.Equal(canShow, GroupFigures.CanShow(n, sd, rules));

    [Theory]
    [InlineData(4, false, false)]
    [InlineData(5, true, false)]
    [InlineData(9, true, false)]
    [InlineData(10, true, true)]
    public void Quartiles_are_shown_of_ten_and_extremes_never(int n, bool showsMean, bool showsMedian)
    {
        var exact = Distribution.Of(Enumerable.Range(1, n).Select(value => (decimal)value * value));

        var shown = GroupFigures.Of(exact, rules);

        Assert.Equal(n, shown.N);
        Assert.Equal(showsMean ? (exact.Mean, exact.Sd) : (null, null), (shown.Mean, shown.Sd));
        Assert.Equal(showsMedian ? (exact.Q1, exact.Median, exact.Q3) : (null, null, null), (shown.Q1, shown.Median, shown.Q3));
        Assert.Null(shown.Min ?? shown.Max);
    }

    [Fact]
    public void Interval_and_p_follow_from_the_figures_that_are_shown()
    {
        var exact = Distribution.Of(new[] { 3m, 5m, 4m, 9m, 7m, 2m });

        Assert.Equal(PairedT.Confidence95(6, exact.Mean!.Value, exact.Sd!.Value).Ends, GroupFigures.Interval(exact));
        Assert.Equal(PairedT.PValue(6, exact.Mean!.Value, exact.Sd!.Value), GroupFigures.PairedP(exact));
        Assert.Null(GroupFigures.Interval(exact with { Sd = null }));
        Assert.Null(GroupFigures.PairedP(exact with { Mean = null }));
    }

    [Theory]
    [InlineData(6, 20, 6, 20)]
    [InlineData(3, 20, null, 20)]
    public void A_share_shows_what_of_its_counts_is_shown(int part, int whole, int? k, int? n)
    {
        var block = new CellBlock(rules);
        var all = block.Known(whole);
        var some = block.Part(all, part, importance: 1);
        block.Protect();

        var share = GroupFigures.Of(some, all);

        Assert.Equal((k, n), (share.K, share.N));
        Assert.Equal(k is null, share.Wilson95 is null);
    }
}
