using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Charts;

public sealed class WaterfallChartTests
{
    private const string Subjects = "subject_id,site_id\nS1,a\nS2,a\nS3,a\nS4,a";

    private static readonly Drawn Picture = Drawn.Of(Guo2012.Summary, "chart-waterfall");

    [Fact]
    public void The_lowest_score_after_baseline_counts_and_of_equal_ones_the_first()
    {
        var best = TinyStudy.Summary(TinyStudy.Sites(Subjects, "subject_id,site_id,study_day,mrss_total\nS1,a,1,20\nS1,a,90,12\nS1,a,180,12\nS1,a,360,18")).Subjects[0].BestMrss;

        Assert.Equal(new BestMrss(90, 20, 12, -8, true), best);
    }

    [Fact]
    public void A_score_that_never_falls_has_its_smallest_rise()
    {
        var best = TinyStudy.Summary(TinyStudy.Sites(Subjects, "subject_id,site_id,study_day,mrss_total\nS1,a,1,20\nS1,a,90,22\nS1,a,180,21")).Subjects[0].BestMrss;

        Assert.Equal(new BestMrss(180, 20, 21, 1, false), best);
    }

    [Fact]
    public void A_visit_after_the_cut_off_does_not_count()
    {
        var sites = TinyStudy.Sites("subject_id,site_id\nS1,a", "subject_id,site_id,study_day,mrss_total\nS1,a,1,20\nS1,a,90,18\nS1,a,180,10");
        var start = new DateOnly(2026, 1, 1);
        sites = [sites[0] with { Subjects = [sites[0].Subjects[0] with { Facts = sites[0].Subjects[0].Facts.SetItem("imatinib_start_date", DateOf(start, sites[0].Subjects[0])) }] }];

        Assert.Equal(-2, TinyStudy.Summary(sites, cutOff: new DateTimeOffset(2026, 4, 30, 0, 0, 0, TimeSpan.Zero)).Subjects[0].BestMrss!.Change);
        Assert.Equal(-10, TinyStudy.Summary(sites, cutOff: new DateTimeOffset(2026, 7, 30, 0, 0, 0, TimeSpan.Zero)).Subjects[0].BestMrss!.Change);
    }

    [Fact]
    public void Subjects_without_a_baseline_or_a_later_score_are_counted_and_not_drawn()
    {
        var summary = TinyStudy.Summary(TinyStudy.Sites(Subjects, "subject_id,site_id,study_day,mrss_total\nS1,a,1,20\nS1,a,90,12\nS2,a,1,20\nS3,a,90,12"));

        var picture = Drawn.Of(summary, "chart-waterfall");

        Assert.Single(picture.Rows());
        Assert.Contains("3 of 4 subjects lack a baseline or a later score", picture.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_go_from_the_worst_to_the_best_and_their_length_is_the_change()
    {
        var changes = Guo2012.Summary.Subjects.Select(subject => subject.BestMrss!.Change).OrderDescending().ToList();
        var bars = Picture.Svg.Elements("rect").ToList();

        Assert.Equal(6, bars.Count);
        foreach (var (bar, change) in bars.Zip(changes))
        {
            Assert.Equal(190 / 40.0 * -change, Drawn.Number(bar, "height"), 0.051);
            Assert.Equal(28, Drawn.Number(bar, "y"), 0.051);
        }

        Assert.Equal([false, true, true, true, true, true], bars.Select(bar => bar.Attribute("class")!.Value == "responder"));
    }

    [Fact]
    public void Table_and_description_have_the_numbers_of_the_summary()
    {
        Assert.Equal(6, Picture.Rows().Count);
        foreach (var subject in Guo2012.Summary.Subjects)
        {
            var best = subject.BestMrss!;
            var cells = Picture.Rows().Single(cells => cells[0] == subject.Subject);
            Assert.Equal([subject.Site, Rounded.Shortest(best.Baseline), Rounded.Shortest(best.Value), $"{best.StudyDay}", Rounded.Shortest(best.Change)], cells[1..6]);
            Assert.Equal(best.IsResponder ? "yes" : "no", cells[7]);
            Assert.Contains($"{subject.Subject} {Rounded.Shortest(best.Change)}", Picture.Description, StringComparison.Ordinal);
        }
    }

    private static Domain.Sites.PlacedOutcome DateOf(DateOnly date, Domain.Sites.SubjectData subject) =>
        new(new Domain.Outcomes.Outcome("imatinib_start_date", Domain.Outcomes.OutcomeValue.Of(date), "A1"), subject.Visits[0].Values.Values.First().Source);
}
