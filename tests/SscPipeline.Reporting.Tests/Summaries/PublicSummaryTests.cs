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

        foreach (var row in summary.Measures.SelectMany(measure => measure.Rows))
        {
            Assert.Equal("overall", row.Scope);
            Assert.True(row.N >= 5);
            Assert.True(row.N >= 10 || (row.Min ?? row.Max ?? row.Q1 ?? row.Q3) is null);
            Assert.True(row.Change is null || row.Change.N == row.N || row.N - row.Change.N >= 5);
            Assert.True(row.Responders is null || row.Responders.K == 0 || row.Responders.K >= 5);
        }

        Assert.Contains(summary.Measures.SelectMany(measure => measure.Rows), row => row.Change is not null);
    }

    [Fact]
    public void A_suppressed_count_is_null_and_not_zero()
    {
        var summary = TinyStudy.Summary([.. Guo2012.Sites.Take(2)], "public");

        Assert.Null(summary.Population.Subjects ?? summary.Population.Female ?? summary.AdverseEvents.Total ?? summary.Nutrition.TpnAtBaseline);
        Assert.Empty(summary.AdverseEvents.SeriousEvents);
    }

    [Fact]
    public void Classes_slopes_exposure_rates_indices_and_quality_are_for_the_study_only()
    {
        var sites = SiteFixture.Sites(TestTable.Read("larger_subjects.csv"), TestTable.Read("larger_visits.csv"), TestTable.Read("larger_events.csv"));
        var summary = TinyStudy.Summary(sites, "public");

        Assert.Equal(0, summary.SkinClasses.Length + summary.LungSlopes.Length + summary.Exposure.Length + summary.EventRates.Length + summary.IldResponse.Classes.Length);
        Assert.Equal(0, summary.Sensitivity.SkinClasses.Length + summary.Sensitivity.LungClasses.Length + summary.Sensitivity.Composite.Length + summary.Nutrition.ByScope.Length);
        Assert.Null((object?)summary.Composite ?? summary.Quality);
        Assert.DoesNotContain(summary.Measures, measure => measure.Variable is "fvc_l" or "bmi_kg_m2" or "haq_di");
    }

    [Fact]
    public void The_minimum_is_a_setting()
    {
        var input = Guo2012.Input with { Sites = Larger, Audience = "public", Settings = Guo2012.Input.Settings.SetItem("minimumCell", "20") };

        Assert.All(SummaryBuilder.Build(input).Measures.SelectMany(measure => measure.Rows), row => Assert.True(row.N >= 20));
    }

    [Fact]
    public void Another_audience_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => TinyStudy.Summary(Larger, "everybody"));
}
