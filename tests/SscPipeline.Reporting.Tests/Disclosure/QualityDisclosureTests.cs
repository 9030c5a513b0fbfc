using System.Collections.Immutable;
using SscPipeline.Reporting.Disclosure;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Acceptance, checks and visits. The minimum is 5 throughout.</summary>
public sealed class QualityDisclosureTests
{
    private readonly DisclosureRules rules = new(5);

    [Fact]
    public void Nothing_is_made_of_nothing() => Assert.Null(QualityDisclosure.Publish(null, [], rules));

    [Theory]
    [InlineData("overall", 5, 100, 5, 100)]
    [InlineData("overall", 4, 100, null, null)]
    [InlineData("site-a", 20, 100, null, null)]
    [InlineData("overall", 20, null, 20, null)]
    [InlineData("overall", 20, 20, 20, 20)]
    [InlineData("overall", 20, 21, 20, null)]
    [InlineData("overall", 20, 24, 20, null)]
    [InlineData("overall", 20, 25, 20, 25)]
    public void A_check_is_shown_with_enough_issues_and_how_many_it_examined_when_those_without_are_nobody_or_enough(
        string scope, int issues, int? examined, int? shownIssues, int? shownExamined)
    {
        var shown = Publish(Share.Of(1, 1), new CheckRow(scope, "SSC-021", issues, examined, 1.5)).Checks.SingleOrDefault();

        Assert.Equal((shownIssues, shownExamined), (shown?.Issues, shown?.Examined));
        Assert.Equal(shownExamined is not null, shown?.IssuesPer100 is not null && shown.Examined is not null);
    }

    [Theory]
    [InlineData(20, 40, 20, 40)]
    [InlineData(40, 40, 40, 40)]
    [InlineData(0, 40, 0, 40)]
    [InlineData(4, 40, null, 40)]
    [InlineData(5, 40, 5, 40)]
    [InlineData(36, 40, null, 40)]
    [InlineData(35, 40, 35, 40)]
    [InlineData(3, 6, null, 6)]
    [InlineData(4, 5, null, 5)]
    [InlineData(2, 4, null, null)]
    [InlineData(0, 4, null, null)]
    public void A_share_is_shown_when_both_sides_of_it_are_nobody_or_enough(int k, int n, int? shownK, int? shownN)
    {
        var shown = Assert.Single(Publish(Share.Of(k, n)).Acceptance);

        Assert.Equal((shownK, shownN, shownK, shownN), (shown.Accepted.K, shown.Accepted.N, shown.RowsAccepted.K, shown.RowsAccepted.N));
        Assert.Equal(shownK is null, shown.Accepted.Wilson95 is null);
        Assert.Empty(shown.ByStatus);
    }

    [Fact]
    public void A_study_without_visits_shows_no_number_of_those_expected()
    {
        var row = new MeasureRow("overall", 6, 40, 60, null, null, null, null, null, null, null, null, null, null);

        var shown = HandMade.Published(HandMade.Study with { Measures = [new Measure("albumin_g_l", "g/L", [row])] });

        Assert.Null(shown.Row("albumin_g_l", 6)!.NExpected);
        Assert.Null(shown.Quality);
    }

    private Quality Publish(Share share, params CheckRow[] checks)
    {
        var row = new AcceptanceRow("overall", 3, 4, ImmutableSortedDictionary<string, int>.Empty.Add("Accepted", 3), share, share);
        return QualityDisclosure.Publish(new Quality([row with { Scope = "site-a" }, row], [.. checks], [], []), [], rules)!;
    }
}
