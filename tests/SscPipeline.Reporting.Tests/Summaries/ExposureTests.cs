using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class ExposureTests
{
    private static readonly DateTimeOffset CutOff = new(2025, 4, 10, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void While_treatment_goes_on_it_lasts_to_the_cut_off()
    {
        var site = TinyStudy.Sites("subject_id,site_id,imatinib_dose_mg_per_day\nS1,a,200")[0];
        var facts = site.Subjects[0].Facts;
        var start = new PlacedOutcome(new Outcome(Variables.ImatinibStartDate, OutcomeValue.Of(new DateOnly(2025, 1, 1)), "B2"), facts[Variables.ImatinibDose].Source);
        site = site with { Subjects = [site.Subjects[0] with { Facts = facts.SetItem(Variables.ImatinibStartDate, start) }] };

        var exposure = TinyStudy.Summary([site], cutOff: CutOff).Exposure[0];

        Assert.Equal(100 / 30.4375, exposure.PatientMonths, 1e-12);
        Assert.Equal((20.0, 1), (exposure.CumulativeDoseG.Mean, exposure.OnTreatmentAtCutOff.K));
    }

    [Fact]
    public void A_dose_holds_from_the_visit_that_gives_it()
    {
        var sites = TinyStudy.Sites(
            "subject_id,site_id,imatinib_last_dose_study_day,imatinib_dose_mg_per_day\nS1,a,100,400", "subject_id,site_id,study_day,imatinib_dose_mg_per_day\nS1,a,11,200\nS1,a,51,0\nS1,a,61,100");

        var exposure = TinyStudy.Summary(sites).Exposure[0];

        Assert.Equal(((10 * 400) + (40 * 200) + (40 * 100)) / 1000.0, exposure.CumulativeDoseG.Mean);
        Assert.Equal((160.0, 1, 0), (exposure.MeanDailyDoseMg.Mean, exposure.DoseFromVisits, exposure.OnTreatmentAtCutOff.K));
    }

    [Fact]
    public void Events_before_the_first_dose_or_long_after_the_last_are_counted_but_are_in_no_rate()
    {
        var sites = TinyStudy.Sites(
            "subject_id,site_id,imatinib_last_dose_study_day\nS1,a,487", events: "subject_id,site_id,ae_term,ae_onset_study_day\nS1,a,Rash,0\nS1,a,Rash,1\nS1,a,Rash,517\nS1,a,Rash,518\nS1,a,Rash,");

        var all = TinyStudy.Summary(sites).EventRates.Single(row => row is { Scope: "overall", Group: "all" });

        Assert.Equal((5, 1, 3), (all.Events, all.Subjects, all.OnTreatment));
        Assert.Equal(16, all.PatientMonths, 1e-12);
        Assert.Equal(18.75, all.Per100PatientMonths!.Value, 1e-12);
    }

    [Fact]
    public void No_event_has_an_upper_limit_all_the_same()
    {
        var none = TinyStudy.Summary(TinyStudy.Sites("subject_id,site_id,imatinib_last_dose_study_day\nS1,a,487")).EventRates.Single(row => row.Scope == "overall");

        Assert.Equal((0, 0.0, 0.0), (none.Events, none.Per100PatientMonths, none.Ci95!.Value[0]));
        Assert.Equal(-Math.Log(0.025) * 100 / 16, none.Ci95.Value[1], 1e-9);
    }
}
