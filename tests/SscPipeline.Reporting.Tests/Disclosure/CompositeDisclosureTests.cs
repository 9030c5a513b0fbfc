using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Composite indices. The minimum is 5 throughout.</summary>
public sealed class CompositeDisclosureTests
{
    [Fact]
    public void What_is_shown_of_enough_subjects_is_all_but_small_counts()
    {
        var shown = Assert.Single(HandMade.Published(Study(40, 30, 20, 10, 3)).Composite!.Rows);

        Assert.Equal((40, 8, 25, 10), (shown.N, shown.Incomplete, shown.CrissImproved.K, shown.StepOneToReview));
        Assert.Equal(10, shown.CrissP.Mean);
        Assert.Equal([(20, 30), (25, 20), (30, 10), (50, null)], shown.Revised.Select(level => (level.Level, level.Responders.K)));
    }

    [Theory, InlineData(4, false), InlineData(5, true)]
    public void Five_subjects_are_enough(int n, bool isShown) =>
        Assert.Equal(isShown, HandMade.Published(Study(n, n, n, n, n)).Composite is not null);

    [Fact]
    public void A_study_without_composite_indices_shows_none() => Assert.Null(HandMade.Published(HandMade.Study).Composite);

    /// <summary>Who responds at one level responds at all below: 2 between neighbours, 4 between the first and the third.</summary>
    [Theory]
    [InlineData(30, 28, 12, 6)]
    [InlineData(30, 28, 26, 10)]
    public void Levels_that_differ_by_a_few_do_not_tell_how_few(params int[] responders) =>
        Assert.Empty(HandMade.Found(Study(40, responders)));

    private static Summary Study(int n, params int[] responders)
    {
        int[] levels = [20, 25, 30, 50];
        var row = new CompositeRow(
            "overall", n, 8, HandMade.Values(n), Share.Of(Math.Min(n, 25), n), Math.Min(n, 10), [.. levels.Zip(responders, (level, k) => new RevisedCriss(level, Share.Of(k, n)))]);
        return HandMade.Study with { Composite = new Composite([row with { Scope = "site-a", N = n + 10 }, row], []) };
    }
}
