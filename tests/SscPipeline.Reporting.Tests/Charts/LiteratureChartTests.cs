using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Tests.Charts;

public sealed class LiteratureChartTests
{
    private static readonly Drawn Picture = Drawn.Of(Guo2012.Summary, "chart-literature");

    [Fact]
    public void Only_studies_with_a_verified_figure_are_drawn_and_the_others_are_named()
    {
        foreach (var study in Guo2012.Summary.Literature)
        {
            var isDrawn = Picture.Parts("strong").Any(name => name.Value == study.Study);

            Assert.Equal(study.MrssChange is not null, isDrawn);
            Assert.Equal(study.MrssChange is null, Picture.Caption.Contains(study.Study, StringComparison.Ordinal));
        }

        Assert.Equal(6, Guo2012.Summary.Literature.Count(study => study.MrssChange is not null));
    }

    [Fact]
    public void Every_drawn_figure_says_when_it_was_read_and_what_it_is() =>
        Assert.All(Guo2012.Summary.Literature, study => Assert.Equal(study.MrssChange is null, study.MrssTime is null || study.MrssKind is null));

    [Fact]
    public void An_interval_is_drawn_only_where_the_source_gives_one()
    {
        var study = Assert.Single(Guo2012.Summary.Literature, study => study.MrssCi95 is not null);

        Assert.Equal(("Liakouli 2020", -3.091, -6.081, -0.102), (study.Study, study.MrssChange, study.MrssCi95!.Value[0], study.MrssCi95.Value[1]));
        Assert.Contains("95% CI -6.081 to -0.102", study.MrssDetail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_of_this_study_and_its_interval_stand_at_their_values()
    {
        var change = Guo2012.Row("mrss_total", 6).Change!;
        var mean = Picture.Parts("mean")[0];
        var interval = Picture.Parts("spread")[0].Attribute("d")!.Value.Split('M', ' ', 'H');

        Assert.Equal(X(change.Mean!.Value), Drawn.Number(mean, "cx"), 0.051);
        Assert.Equal([Text(X(change.Ci95!.Value[0])), Text(X(change.Ci95.Value[1]))], new[] { interval[1], interval[3] });
    }

    [Fact]
    public void The_table_has_the_figures_of_the_summary()
    {
        foreach (var row in Guo2012.Summary.Measures[0].Rows.Where(row => row is { Scope: "overall", Month: 6 or 12 or 24 }))
        {
            var cells = Picture.Rows().Single(cells => cells[0] == $"This study, month {row.Month}, n={row.Change!.N}");
            Assert.Equal([Rounded.Number(row.Change!.Mean, 2), Rounded.Interval(row.Change.Ci95, 3), "mean"], cells[1..]);
        }

        Assert.Equal(["Spiera 2011, month 12, n=30", "\u22126.6", "–", "mean"], Picture.Rows().Single(cells => cells[0].StartsWith("Spiera", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_caution_stands_beside_it() =>
        Assert.Contains("no comparison of treatments", Picture.Caption, StringComparison.Ordinal);

    /// <summary>-50 to 10 points on 8 to 548.</summary>
    private static double X(double change) => 8 + ((change + 50) / 60 * 540);

    private static string Text(double coordinate) => Reporting.Charts.Axis.Text(coordinate);
}
