using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

/// <summary>The headline figures of doi:10.1007/s10067-012-2032-2, from the synthetic example.</summary>
public sealed class HeadlineTests
{
    private static readonly Summary Summary = Guo2012.Summary;

    [Fact]
    public void All_published_figures_are_reproduced() =>
        Assert.All(SeedPaper.Compare(Summary), figure => Assert.True(figure.Agrees, $"{figure.Figure}: {figure.Computed}, published {figure.Published}"));

    [Fact]
    public void A_wrong_figure_is_seen()
    {
        var withoutSiteC = SummaryBuilder.Build(Guo2012.Input with { Sites = Guo2012.Sites.RemoveAt(2) });

        Assert.True(SeedPaper.Compare(withoutSiteC).Count(figure => !figure.Agrees) >= 4);
    }

    [Fact]
    public void Six_women_at_three_sites_take_200_mg_a_day()
    {
        Assert.Equal((3, 6, 6, 0), (Summary.Population.Sites, Summary.Population.Subjects, Summary.Population.Female, Summary.Population.SubjectsPending));
        Assert.Equal(new Spread(6, 200, 200, 200), Summary.Population.DoseMgPerDay);
    }

    [Fact]
    public void Treatment_lasts_23_months_in_the_median()
    {
        var months = Summary.Population.TreatmentMonths;

        Assert.Equal((6, 23, 10, 30), (months.N, Math.Round(months.Median!.Value), Math.Round(months.Min!.Value), Math.Round(months.Max!.Value)));
        Assert.Equal((670 / 30.4375 + 731 / 30.4375) / 2, months.Median!.Value, 1e-12);
    }

    [Fact]
    public void Two_subjects_with_ILD_improved_or_stayed_stable()
    {
        var (first, second) = (Summary.IldResponse.AtLast[0], Summary.IldResponse.AtLast[1]);

        Assert.Equal(("SYN-A-02", 62.2, 70.1, ResponseCategory.Improved), (first.Subject, first.FvcBaseline, first.FvcLast, first.Category));
        Assert.Equal(12.7, first.FvcRelative, 0.05);
        Assert.Equal(("SYN-B-02", 71.1, 73.0, ResponseCategory.Stable), (second.Subject, second.FvcBaseline, second.FvcLast, second.Category));
        Assert.Equal(2.7, second.FvcRelative, 0.05);
    }

    [Fact]
    public void One_subject_leaves_parenteral_nutrition_at_month_6_and_her_albumin_is_restored()
    {
        var row = Assert.Single(Summary.Nutrition.Rows);

        Assert.Equal(
            ("SYN-C-01", 24.0, 38.0, (bool?)true, "Y", "N", 185, 6, (bool?)true),
            (row.Subject, row.AlbuminBaseline, row.AlbuminLast, row.AlbuminRestored, row.TpnBaseline, row.TpnLast, row.TpnOffDay, row.TpnOffMonth, row.TpnDiscontinued));
        Assert.Equal((1, 1, 1, 1), (Summary.Nutrition.AlbuminLowAtBaseline, Summary.Nutrition.AlbuminRestored, Summary.Nutrition.TpnAtBaseline, Summary.Nutrition.TpnDiscontinued));
    }

    [Fact]
    public void Two_subjects_have_a_serious_event_each_unlikely_related_and_recovered()
    {
        var events = Summary.AdverseEvents;

        Assert.Equal((5, 2, 5, 2), (events.Total, events.Serious, events.SubjectsWithAny, events.SubjectsWithSerious));
        Assert.All(events.SeriousEvents, one => Assert.Equal(("UNLIKELY", "RECOVERED/RESOLVED"), (one.Causality, one.Outcome)));
        Assert.Equal(["Bone fracture", "Cerebral hemorrhage"], events.SeriousEvents.Select(one => one.Term));
        Assert.Equal((3, 1, 1), (events.ByGrade!["1"], events.ByGrade["3"], events.ByGrade["4"]));
    }

    [Fact]
    public void Contiguous_windows_would_wrongly_count_four_subjects_at_24_months()
    {
        var skin = Summary.Sensitivity.Measures.Single(measure => measure.Variable == "mrss_total");

        Assert.Equal(4, skin.Rows.Single(row => row.Month == 24).N);
        Assert.Equal(3, Guo2012.Row("mrss_total", 24).N);
    }

    [Fact]
    public void Of_two_visits_in_the_month_6_window_the_nearer_one_counts()
    {
        var siteB = Guo2012.Row("mrss_total", 6, "site-b");

        Assert.Equal((2, 15.5), (siteB.N, siteB.Min));
    }

    [Fact]
    public void At_month_9_skin_and_lung_come_from_different_visits()
    {
        var first = Guo2012.Row("mrss_total", 9, "site-c");
        var second = Guo2012.Row("fvc_pct_pred", 9, "site-c");

        Assert.Equal((14.5, 99.9), (first.Min, second.Min));
        Assert.Equal(1, second.N);
    }

    [Fact]
    public void The_example_has_the_schedule_that_its_traps_assume() =>
        Assert.Equal(new DayWindow(671, 791), VisitSchedule.Visits.Single(visit => visit.Month == 24).Strict);
}
