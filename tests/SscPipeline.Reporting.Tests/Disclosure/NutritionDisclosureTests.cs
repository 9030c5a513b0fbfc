using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Albumin and parenteral nutrition of 60 subjects. The minimum is 5 throughout.</summary>
public sealed class NutritionDisclosureTests
{
    [Fact]
    public void Groups_of_the_smallest_size_are_shown()
    {
        var shown = HandMade.Published(Study(albumin: 5, new NutritionCounts("overall", Share.Of(5, 5), 5, 5, Share.Of(5, 5), 0))).Nutrition;

        Assert.Equal((5, 5, 5, 5), (shown.AlbuminLowAtBaseline, shown.AlbuminRestored, shown.TpnAtBaseline, shown.TpnDiscontinued));
        Assert.Equal(new NutritionCounts("overall", Share.Of(5, 5), 5, 5, Share.Of(5, 5), 0).ToString(), Assert.Single(shown.ByScope).ToString());
    }

    [Fact]
    public void Without_a_group_that_is_large_enough_there_is_nothing()
    {
        var shown = HandMade.Published(Study(albumin: 4, new NutritionCounts("overall", Share.Of(0, 0), 4, 0, Share.Of(0, 0), 0))).Nutrition;

        Assert.Null(shown.AlbuminLowAtBaseline ?? shown.AlbuminRestored ?? shown.TpnAtBaseline ?? shown.TpnDiscontinued);
        Assert.Empty(shown.ByScope);
        Assert.Empty(HandMade.Published(HandMade.Study).Nutrition.ByScope);
    }

    [Fact]
    public void Albumin_is_shown_where_nutrition_is_not_known_and_nutrition_where_albumin_is_not()
    {
        var albumin = Assert.Single(HandMade.Published(Study(albumin: 40, new NutritionCounts("overall", Share.Of(10, 20), 0, 0, Share.Of(0, 0), 0))).Nutrition.ByScope);
        var tpn = Assert.Single(HandMade.Published(Study(albumin: null, new NutritionCounts("overall", Share.Of(0, 0), 40, 20, Share.Of(10, 20), 0))).Nutrition.ByScope);

        Assert.Equal((10, 20), (albumin.AlbuminRestored.K, albumin.AlbuminRestored.N));
        Assert.Null(albumin.TpnKnownAtBaseline ?? albumin.TpnAtBaseline ?? albumin.TpnUnknown ?? albumin.TpnDiscontinued.N);
        Assert.Null(tpn.AlbuminRestored.K ?? tpn.AlbuminRestored.N);
        Assert.Equal((40, 20, 10, 20, 0), (tpn.TpnKnownAtBaseline, tpn.TpnAtBaseline, tpn.TpnDiscontinued.K, tpn.TpnDiscontinued.N, tpn.TpnUnknown));
    }

    /// <summary>38 of the 40 who were measured; 60 were weighed, 50 measured at one site and 45 later.</summary>
    [Fact]
    public void Low_albumin_is_hidden_when_few_of_those_measured_at_baseline_are_left()
    {
        var study = Study(albumin: 40, new NutritionCounts("overall", Share.Of(10, 38), 0, 0, Share.Of(0, 0), 0));

        Assert.Null(HandMade.Published(study).Nutrition.AlbuminLowAtBaseline);
    }

    /// <summary>Parenteral nutrition at baseline, recorded later, stopped.</summary>
    [Theory]
    [InlineData(20, 18, 9)]
    [InlineData(20, 16, 16)]
    [InlineData(20, 18, 16)]
    public void Those_whose_nutrition_is_unknown_or_goes_on_cannot_be_computed_when_they_are_few(int baseline, int recorded, int stopped) =>
        Assert.Empty(HandMade.Found(Study(albumin: 4, new NutritionCounts("overall", Share.Of(0, 0), 40, baseline, Share.Of(stopped, recorded), baseline - recorded))));

    private static Summary Study(int? albumin, NutritionCounts counts) => HandMade.Study with
    {
        Nutrition = HandMade.Study.Nutrition with { ByScope = [counts with { Scope = "site-a" }, counts] },
        Measures =
        [
            new Measure(Variables.WeightKg, "kg", [Row("overall", 0, 60)]),
            .. albumin is { } n ? [new Measure(Variables.Albumin, "g/L", [Row("site-a", 0, 50), Row("overall", 6, 45), Row("overall", 0, n)])] : Array.Empty<Measure>(),
        ],
    };

    private static MeasureRow Row(string scope, int month, int n) => new(scope, month, n, 60, null, null, null, null, null, null, null, null, null, null);
}
