using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Charts;

public sealed class ExposureChartTests
{
    private static readonly Drawn Picture = Drawn.Of(Guo2012.Summary, "chart-exposure");

    [Fact]
    public void A_bar_runs_from_the_first_to_the_last_dose()
    {
        var months = Guo2012.Summary.Subjects.Select(subject => (subject.LastDoseDay!.Value - 1) / 30.4375).OrderDescending().ToList();
        var bars = Picture.Parts("dose");

        Assert.Equal(6, bars.Count);
        foreach (var (bar, month) in bars.Zip(months))
        {
            Assert.Equal(104, Drawn.Number(bar, "x"), 0.051);
            Assert.Equal(month / 30 * 440, Drawn.Number(bar, "width"), 0.051);
        }
    }

    [Fact]
    public void Serious_events_have_a_mark_of_their_own()
    {
        Assert.Equal((2, 3), (Picture.Parts("serious").Count, Picture.Parts("event").Count));
        Assert.NotEqual(Picture.Parts("serious")[0].Attribute("d")!.Value, Picture.Parts("event")[0].Attribute("d")!.Value);
    }

    [Fact]
    public void Every_visit_is_a_tick() =>
        Assert.Equal(Guo2012.Summary.Subjects.Sum(subject => subject.Visits.Length), Picture.Parts("tick").Count);

    [Fact]
    public void Treatment_without_a_last_dose_goes_on()
    {
        var summary = Of("subject_id,site_id,imatinib_last_dose_study_day\nS1,a,100\nS2,a,", "S1,a,1,400\nS1,a,50,200\nS2,a,1,200\nS2,a,300,200");

        Assert.Equal([100, null], summary.Subjects.Select(subject => subject.LastDoseDay));
        Assert.Equal([100, 300], summary.Subjects.Select(subject => subject.KnownToDay));
        Assert.Single(Drawn.Of(summary, "chart-exposure").Parts("arrow"));
    }

    [Fact]
    public void A_change_of_dose_changes_the_thickness_and_is_written_on_the_bar()
    {
        var summary = Of("subject_id,site_id,imatinib_last_dose_study_day\nS1,a,365", "S1,a,1,400\nS1,a,50,400\nS1,a,90,200\nS1,a,180,0");
        var bars = Drawn.Of(summary, "chart-exposure").Parts("dose").Select(bar => Drawn.Number(bar, "height")).ToList();

        Assert.Equal<DoseStep>([new DoseStep(1, 400), new DoseStep(90, 200), new DoseStep(180, 0)], summary.Subjects[0].Doses);
        Assert.Equal(bars[0] / 2, bars[1], 0.11);
        Assert.Equal(1.5, bars[2]);
        Assert.Equal(["200", "0"], Drawn.Of(summary, "chart-exposure").Parts("inside").Select(text => text.Value));
    }

    [Fact]
    public void The_subjects_own_dose_holds_until_a_visit_says_another()
    {
        var summary = Of("subject_id,site_id,imatinib_dose_mg_per_day\nS1,a,100", "S1,a,1,\nS1,a,50,200");

        Assert.Equal<DoseStep>([new DoseStep(1, 100), new DoseStep(50, 200)], summary.Subjects[0].Doses);
    }

    [Fact]
    public void A_dose_that_is_not_known_is_hollow()
    {
        var picture = Drawn.Of(Of("subject_id,site_id,imatinib_last_dose_study_day\nS1,a,100", "S1,a,1,"), "chart-exposure");

        Assert.Single(picture.Parts("dose-unknown"));
        Assert.Empty(picture.Parts("dose"));
    }

    [Fact]
    public void The_table_has_days_doses_and_events_of_the_summary()
    {
        foreach (var subject in Guo2012.Summary.Subjects)
        {
            var cells = Picture.Rows().Single(cells => cells[0] == subject.Subject);
            Assert.Equal(
                [subject.Site, "1", $"{subject.LastDoseDay}", Rounded.Number(subject.LastDoseDay!.Value / 30.4375, 1), "no", "1: 200", $"{subject.Visits.Length}"],
                cells[1..8]);
            Assert.All(subject.AdverseEvents, one => Assert.Contains($"{one.Term} ({(one.IsSerious ? "serious, " : "")}day {one.OnsetDay})", cells[8], StringComparison.Ordinal));
        }

        Assert.Contains("6 subjects, 0 still treated", Picture.Description, StringComparison.Ordinal);
        Assert.Contains("from 10.0 to 30.0 months; 5 adverse events, 2 of them serious", Picture.Description, StringComparison.Ordinal);
    }

    private static Summary Of(string subjects, string visits) =>
        TinyStudy.Summary(TinyStudy.Sites(subjects, $"subject_id,site_id,study_day,imatinib_dose_mg_per_day\n{visits}"));
}
