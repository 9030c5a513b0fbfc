using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Exposure to treatment. The minimum is 5 throughout.</summary>
public sealed class TreatmentDisclosureTests
{
    [Theory, InlineData(4, false), InlineData(5, true)]
    public void Five_treated_subjects_are_enough(int treated, bool isShown)
    {
        var shown = HandMade.Published(HandMade.Study with { Exposure = [HandMade.Exposure(20, 20) with { Scope = "site-a" }, HandMade.Exposure(treated, treated)] }).Exposure;

        Assert.Equal(isShown ? [600.0] : [], shown.Select(row => row.PatientMonths));
    }

    [Fact]
    public void Without_any_exposure_none_is_shown() => Assert.Empty(HandMade.Published(HandMade.Study).Exposure);

    [Theory, InlineData(20, true), InlineData(18, false), InlineData(15, true)]
    public void Doses_are_shown_of_all_who_were_treated_or_of_clearly_fewer(int dosed, bool isShown)
    {
        var shown = Assert.Single(HandMade.Published(HandMade.Study with { Exposure = [HandMade.Exposure(20, dosed)] }).Exposure);

        Assert.Equal(10, shown.TreatmentMonths.Mean);
        Assert.Equal(isShown ? (dosed, 10, 10) : (0, null, null), (shown.MeanDailyDoseMg.N, shown.MeanDailyDoseMg.Mean, shown.CumulativeDoseG.Mean));
        Assert.Equal(shown.MeanDailyDoseMg.N, shown.CumulativeDoseG.N);
    }

    [Theory, InlineData(5, 5, 5, 5), InlineData(4, 4, null, null), InlineData(18, 20, null, 20), InlineData(10, 20, 10, 20)]
    public void Those_on_treatment_are_shown_of_enough_of_whom_it_is_known(int k, int n, int? shownK, int? shownN)
    {
        var study = HandMade.Study with { Exposure = [HandMade.Exposure(20, 20) with { OnTreatmentAtCutOff = Share.Of(k, n) }] };

        var shown = Assert.Single(HandMade.Published(study).Exposure).OnTreatmentAtCutOff;

        Assert.Equal((shownK, shownN), (shown.K, shown.N));
    }
}
