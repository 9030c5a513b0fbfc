using System.Globalization;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Tests.Charts;

public sealed class TrajectoryChartTests
{
    private static readonly Drawn Skin = Drawn.Of(Guo2012.Summary, "chart-mrss_total");

    [Theory]
    [InlineData(0, 18.5402979139, 36.2930354194)]
    [InlineData(6, 15.8418706107, 26.4081293893)]
    [InlineData(24, 6.9925514850, 20.6741151817)]
    public void The_interval_of_the_mean_is_that_of_R(int month, double low, double high)
    {
        var interval = Guo2012.Row("mrss_total", month).MeanCi95!.Value;

        Assert.Equal((low, high), (Math.Round(interval[0], 10), Math.Round(interval[1], 10)));
    }

    [Fact]
    public void A_mean_stands_at_its_month_and_value()
    {
        var sixth = Skin.Parts("mean").Where(part => part.Name == "circle").ElementAt(3);

        Assert.Equal(X(6), Drawn.Number(sixth, "cx"), 0.05);
        Assert.Equal(Y(21.125), Drawn.Number(sixth, "cy"), 0.05);
    }

    [Fact]
    public void The_edges_of_the_band_are_the_ends_of_the_interval()
    {
        var band = Skin.Parts("band").Single().Attribute("d")!.Value.Trim('M', 'Z').Split('L').Select(Point).ToList();
        var rows = Guo2012.Summary.Measures[0].Rows.Where(row => row is { Scope: "overall", MeanCi95: not null }).ToList();

        Assert.Equal(2 * rows.Count, band.Count);
        foreach (var (index, row) in rows.Index())
        {
            AssertAt(row.Month, row.MeanCi95!.Value[1], band[index]);
            AssertAt(row.Month, row.MeanCi95.Value[0], band[^(index + 1)]);
        }
    }

    [Fact]
    public void Every_value_of_every_subject_is_drawn_at_its_day()
    {
        var lines = Skin.Parts("subject").Select(line => line.Attribute("points")!.Value.Split(' ').Select(point => Point(point.Replace(',', ' '))).ToList()).ToList();

        Assert.Equal(6, lines.Count);
        foreach (var (index, subject) in Guo2012.Summary.Subjects.Index())
        {
            var visits = subject.Visits.Where(visit => visit.Values.ContainsKey("mrss_total")).ToList();
            Assert.Equal(visits.Count, lines[index].Count);
            foreach (var (visit, point) in visits.Zip(lines[index]))
            {
                AssertAt((visit.StudyDay - 1) / 30.4375, visit.Values["mrss_total"], point);
            }
        }
    }

    [Theory, InlineData("mrss_total"), InlineData("fvc_pct_pred"), InlineData("dlco_pct_pred")]
    public void The_tables_beside_it_have_the_numbers_of_the_summary(string variable)
    {
        var rows = Drawn.Of(Guo2012.Summary, $"chart-{variable}").Rows();

        foreach (var row in Guo2012.Summary.Measures.Single(measure => measure.Variable == variable).Rows.Where(row => row is { Scope: "overall", N: > 0 }))
        {
            var cells = rows.Single(cells => cells[0] == (row.Month == 0 ? "Baseline" : $"Month {row.Month}"));
            Assert.Equal([$"{row.N}", $"{row.NExpected}", Rounded.Number(row.Mean, 2), Rounded.Interval(row.MeanCi95, 2)], cells[1..5]);
        }

        foreach (var subject in Guo2012.Summary.Subjects)
        {
            var values = subject.Visits.Where(visit => visit.Values.ContainsKey(variable)).Select(visit => string.Create(CultureInfo.InvariantCulture, $"{visit.StudyDay}: {visit.Values[variable]:0.##}"));
            Assert.Equal(string.Join("; ", values), rows.Single(cells => cells[0] == subject.Subject)[3]);
        }
    }

    [Fact]
    public void Who_cannot_see_it_is_told_the_means_and_their_intervals() =>
        Assert.Contains("month 6 21.1 (95 % CI 15.8 to 26.4), n=6", Skin.Description, StringComparison.Ordinal);

    [Fact]
    public void Six_subjects_have_six_different_marks() =>
        Assert.Equal(6, Skin.Parts("mark").Select(mark => mark.Attribute("d")!.Value).Distinct().Count());

    [Fact]
    public void The_mean_of_one_is_not_drawn() =>
        Assert.DoesNotContain(Skin.Parts("mean"), part => part.Name == "circle" && Drawn.Number(part, "cx") > X(24) + 1);

    /// <summary>Months 0 to 30 on 46 to 548.</summary>
    private static double X(double month) => 46 + (month / 30 * 502);

    /// <summary>0 to 50 points on 262 to 28.</summary>
    private static double Y(double value) => 262 - (value / 50 * 234);

    private static (double X, double Y) Point(string text)
    {
        var both = text.Split(' ');
        return (double.Parse(both[0], CultureInfo.InvariantCulture), double.Parse(both[1], CultureInfo.InvariantCulture));
    }

    private static void AssertAt(double month, double value, (double X, double Y) point)
    {
        Assert.Equal(X(month), point.X, 0.051);
        Assert.Equal(Y(value), point.Y, 0.051);
    }
}
