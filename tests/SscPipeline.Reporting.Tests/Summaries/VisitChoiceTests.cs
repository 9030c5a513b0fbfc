using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class VisitChoiceTests
{
    private const string Header = "subject_id,site_id,study_day,mrss_total\n";

    [Fact]
    public void Of_two_visits_equally_far_from_the_target_the_earlier_counts() =>
        Assert.Equal(20, Of("S1,a,1,30\nS1,a,193,10\nS1,a,173,20").Row("mrss_total", 6)!.Mean);

    [Fact]
    public void A_nearer_visit_without_a_value_does_not_hide_one_with_it() =>
        Assert.Equal(10, Of("S1,a,1,30\nS1,a,183,\nS1,a,205,10").Row("mrss_total", 6)!.Mean);

    [Fact]
    public void Baseline_is_the_last_value_up_to_day_1()
    {
        var summary = Of("S1,a,-31,50\nS1,a,-10,40\nS1,a,0,31\nS1,a,1,\nS1,a,2,12");

        Assert.Equal((1, 31.0), (summary.Row("mrss_total", 0)!.N, summary.Row("mrss_total", 0)!.Mean));
    }

    [Fact]
    public void Screening_before_day_minus_30_is_used_nowhere()
    {
        var row = Of("S1,a,-31,50\nS1,a,183,20").Row("mrss_total", 6)!;

        Assert.Equal((1, 0), (row.N, row.Change!.N));
        Assert.Equal((0, 0), (row.Responders!.K, row.Responders.N));
        Assert.Null(row.Change.Mean ?? row.Change.WilcoxonExactP);
        Assert.Null(row.Responders.Wilson95);
    }

    [Fact]
    public void A_baseline_below_7_is_flagged_because_the_definition_of_response_was_not_made_for_it() =>
        Assert.Equal(1, Of("S1,a,1,6.5\nS1,a,183,1").Row("mrss_total", 6)!.Responders!.BaselineBelow7);

    [Fact]
    public void Expected_is_who_was_treated_on_the_first_day_of_the_window_or_was_seen_in_it()
    {
        var sites = TinyStudy.Sites(
            "subject_id,site_id,imatinib_last_dose_study_day\nS1,a,153\nS2,a,152\nS3,a,100",
            $"{Header}S1,a,1,30\nS2,a,1,30\nS3,a,1,30\nS3,a,160,25");

        var row = TinyStudy.Summary(sites).Row("mrss_total", 6)!;

        Assert.Equal((1, 2), (row.N, row.NExpected));
        Assert.Equal(new MissingCounts(NotYetDue: 0, Withdrawn: 1, NotDone: 1, Rejected: 0), row.Missing);
    }

    [Fact]
    public void While_treatment_goes_on_a_visit_is_expected_once_its_window_has_begun_and_missing_once_it_has_closed()
    {
        var start = new DateOnly(2026, 1, 1);
        var sites = TinyStudy.Sites("subject_id,site_id\nS1,a", $"{Header}S1,a,1,30");
        var subject = sites[0].Subjects[0];
        var started = new PlacedOutcome(new Outcome(Variables.ImatinibStartDate, OutcomeValue.Of(start), "B2"), subject.Visits[0].Values.Values.First().Source);
        sites = [sites[0] with { Subjects = [subject with { Facts = subject.Facts.SetItem(Variables.ImatinibStartDate, started) }] }];

        MeasureRow? On(int day) => TinyStudy.Summary(sites, cutOff: new DateTimeOffset(start.AddDays(day - 1), TimeOnly.MinValue, TimeSpan.Zero)).Row("mrss_total", 6);

        Assert.Null(On(152));
        Assert.Equal(new MissingCounts(1, 0, 0, 0), On(153)!.Missing);
        Assert.Equal(new MissingCounts(0, 0, 1, 0), On(213)!.Missing);
    }

    [Fact]
    public void A_value_withheld_because_of_an_error_is_missing_as_rejected()
    {
        var sites = TinyStudy.Sites("subject_id,site_id\nS1,a", $"{Header}S1,a,1,30\nS1,a,183,");
        var subject = sites[0].Subjects[0];
        var missing = new VariableDictionary<MissingReason>().SetItem("mrss_total", MissingReason.Withheld);
        sites = [sites[0] with { Subjects = [subject with { Visits = subject.Visits.SetItem(1, subject.Visits[1] with { Missing = missing }) }] }];

        Assert.Equal(new MissingCounts(0, 0, 0, 1), TinyStudy.Summary(sites).Row("mrss_total", 6)!.Missing);
    }

    [Fact]
    public void Subjects_known_from_visits_only_count_and_are_called_pending()
    {
        var summary = TinyStudy.Summary(TinyStudy.Sites("subject_id,site_id", $"{Header}S1,a,1,30"));

        Assert.Equal((1, 1), (summary.Population.Subjects, summary.Population.SubjectsPending));
        Assert.Equal(new Spread(0, null, null, null), summary.Population.TreatmentMonths);
    }

    [Fact]
    public void The_dose_is_the_subjects_own_else_that_of_the_last_visit()
    {
        var sites = TinyStudy.Sites(
            "subject_id,site_id,imatinib_dose_mg_per_day\nS1,a,200\nS2,a,",
            "subject_id,site_id,study_day,imatinib_dose_mg_per_day\nS1,a,1,100\nS2,a,1,400\nS2,a,183,300\nS2,a,274,");

        Assert.Equal(new Spread(2, 250, 200, 300), TinyStudy.Summary(sites).Population.DoseMgPerDay);
    }

    [Fact]
    public void A_site_given_twice_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => TinyStudy.Summary([.. Guo2012.Sites, Guo2012.Sites[0]]));

    [Theory]
    [InlineData("windowRule", "loose")]
    [InlineData("minimumCell", "1")]
    [InlineData("minimumCell", "x")]
    public void A_wrong_setting_is_named(string setting, string value)
    {
        var input = Guo2012.Input with { Audience = "public", Settings = Guo2012.Input.Settings.SetItem(setting, value) };

        Assert.Contains($"{setting} is '{value}'", Assert.Throws<ArgumentException>(() => SummaryBuilder.Build(input)).Message, StringComparison.Ordinal);
    }

    private static Summary Of(string visits) => TinyStudy.Summary(TinyStudy.Sites("subject_id,site_id\nS1,a", Header + visits));
}
