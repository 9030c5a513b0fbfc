using System.Collections.Immutable;
using System.Text;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class PublicSummaryTests
{
    private static readonly ImmutableArray<SiteData> Larger =
        SiteFixture.Sites(TestTable.Read("larger_subjects.csv"), TestTable.Read("larger_visits.csv"), []);

    [Theory, InlineData(false), InlineData(true)]
    public void No_file_of_the_public_report_names_a_subject_or_a_site(bool isLarger)
    {
        var sites = isLarger ? Larger : Guo2012.Sites;
        var files = ReportWriter.Write(SummaryBuilder.Build(Guo2012.Input with { Sites = sites, Audience = "public" }));

        foreach (var text in files.Select(file => Encoding.UTF8.GetString(file.Content.Span)))
        {
            Assert.All(sites, site => Assert.DoesNotContain($"{site.Site.Value}\"", text, StringComparison.Ordinal));
            Assert.All(sites.SelectMany(site => site.Subjects), subject => Assert.DoesNotContain(subject.Subject, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Groups_below_the_minimum_and_single_peoples_values_are_left_out()
    {
        var summary = TinyStudy.Summary(Larger, "public");
        var rows = summary.Measures.SelectMany(measure => measure.Rows).ToList();

        Assert.All(rows, row => Assert.Equal("overall", row.Scope));
        Assert.All(rows, row => Assert.True(row.N is null or >= 5));
        Assert.All(rows.Where(row => row.N is null), row => Assert.Null(row.Mean ?? row.Change?.Mean ?? row.Sd));
        Assert.All(rows, row => Assert.Null(row.Min ?? row.Max ?? row.Change?.Min ?? row.Change?.Max));
        Assert.All(rows.Where(row => row.N < 10), row => Assert.Null(row.Median ?? row.Q1 ?? row.Q3));
        Assert.All(rows, row => Assert.True(row.Responders?.K is null or 0 or >= 5));
        Assert.Contains(rows, row => row is { Mean: not null, Change: not null });
    }

    [Fact]
    public void A_suppressed_count_is_null_and_not_zero()
    {
        var summary = TinyStudy.Summary([.. Guo2012.Sites.Take(2)], "public");

        Assert.Null(summary.Population.Subjects ?? summary.Population.Female ?? summary.AdverseEvents.Total ?? summary.Nutrition.TpnAtBaseline);
        Assert.Empty(summary.AdverseEvents.SeriousEvents);
    }

    [Fact]
    public void Classes_slopes_exposure_rates_indices_and_quality_are_shown_of_all_sites_together_and_under_one_window_rule()
    {
        var sites = SiteFixture.Sites(TestTable.Read("larger_subjects.csv"), TestTable.Read("larger_visits.csv"), TestTable.Read("larger_events.csv"));
        var summary = TinyStudy.Summary(sites, "public");

        Assert.Equal(["overall"], summary.SkinClasses.Select(row => row.Scope).Concat(summary.LungSlopes.Select(row => row.Scope)).Concat(summary.Exposure.Select(row => row.Scope))
            .Concat(summary.EventRates.Select(row => row.Scope)).Concat(summary.IldResponse.Classes.Select(row => row.Scope)).Concat(summary.Nutrition.ByScope.Select(row => row.Scope))
            .Concat(summary.Composite!.Rows.Select(row => row.Scope)).Concat(summary.Quality!.Visits.Select(row => row.Scope)).Distinct());
        Assert.Equal(0, summary.Sensitivity.Measures.Length + summary.Sensitivity.SkinClasses.Length + summary.Sensitivity.LungClasses.Length + summary.Sensitivity.Composite.Length);
        Assert.Equal(0, summary.Sites.Length + summary.Subjects.Length + summary.IldResponse.Subjects.Length + summary.IldResponse.AtLast.Length + summary.Nutrition.Rows.Length
            + summary.Composite.Subjects.Length + summary.AdverseEvents.SeriousEvents.Length + summary.Quality.Agreement.Length);
        Assert.True(summary.SkinClasses.Length > 3 && summary.EventRates.Length > 8 && summary.IldResponse.Classes.Length > 3 && summary.LungSlopes.Length > 0 && summary.Exposure.Length == 1);
    }

    [Fact]
    public void The_minimum_is_a_setting()
    {
        var input = Guo2012.Input with { Sites = Larger, Audience = "public", Settings = Guo2012.Input.Settings.SetItem("minimumCell", "20") };

        Assert.All(SummaryBuilder.Build(input).Measures.SelectMany(measure => measure.Rows), row => Assert.True(row.N is null or >= 20));
    }

    [Fact]
    public void Another_audience_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => TinyStudy.Summary(Larger, "everybody"));
}
