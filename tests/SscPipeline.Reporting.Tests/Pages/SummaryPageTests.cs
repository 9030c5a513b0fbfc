using System.Text;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Pages;

public sealed class SummaryPageTests
{
    private const string Hostile = "<script>alert('x')</script>&\"";

    private static readonly string Text = PageOf(Guo2012.Summary);

    [Fact]
    public void The_page_of_the_synthetic_example_is_the_approved_one() =>
        Approval.Check("summary.approved.html", Encoding.UTF8.GetBytes(Text));

    [Theory]
    [InlineData("\u22126.29 points")]
    [InlineData("95 % CI \u221210.58 to \u22122.01; exact p 0.031")]
    [InlineData("\u221218.83 points")]
    [InlineData("6/6 (100 %) women; imatinib 200 mg/day; treated median 23 months (10 to 30)")]
    [InlineData("62.2 → 70.1")]
    [InlineData("71.1 → 73.0")]
    [InlineData("24 → 38")]
    [InlineData("day 185 (month 6)")]
    [InlineData("0.188")]
    [InlineData("The smallest possible p stands beside it")]
    public void It_shows_the_headline_figures_rounded(string expected) =>
        Assert.Contains(expected.Replace("0.188", "18.8 to 81.2 %", StringComparison.Ordinal), Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void It_is_one_file_without_script_that_loads_nothing()
    {
        Assert.DoesNotContain("<script", Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", Text, StringComparison.Ordinal);
        Assert.Equal(Count("url("), Count("url(#"));
        Assert.Contains("<html lang=\"en\">", Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(20, true), InlineData(21, false)]
    public void Measures_of_single_sites_are_shown_up_to_twenty_sites_and_else_it_is_said_where_they_are(int sites, bool areShown)
    {
        var row = Guo2012.Summary.Measures[0].Rows.First(row => row.Scope != "overall" && row.N > 0);
        var page = PageOf(Guo2012.Summary with
        {
            Measures = [.. Guo2012.Summary.Measures.Select((measure, index) => measure with
            {
                Rows = [.. measure.Rows.Where(row => row.Scope == "overall"), .. Enumerable.Range(1, index == 0 ? sites : 0).Select(site => row with { Scope = $"site-{site:000}" })],
            })],
        });

        Assert.Equal(areShown, page.Contains("site-001, ", StringComparison.Ordinal));
        Assert.Equal(!areShown, page.Contains("Too many to be shown one by one", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_table_has_a_caption_and_headings_with_a_scope()
    {
        var tables = Count("<table>");

        Assert.True(tables > 10);
        Assert.Equal(tables, Count("<caption>"));
        Assert.Equal(Count("<th "), Count("scope=\"row\"") + Count("scope=\"col\""));
        Assert.Equal(0, Count("<th>"));
    }

    [Fact]
    public void Whatever_a_site_typed_is_shown_and_never_run()
    {
        var subject = Guo2012.Sites[1].Subjects[0];
        var term = subject.AdverseEvents[0].Values[Variables.AeTerm];
        var hostile = subject with
        {
            Subject = Hostile,
            AdverseEvents = [subject.AdverseEvents[0] with { Values = subject.AdverseEvents[0].Values.SetItem(Variables.AeTerm, term with { Outcome = term.Outcome with { Value = OutcomeValue.Of(Hostile) } }) }],
        };
        SiteData[] sites = [Guo2012.Sites[1] with { Subjects = [hostile] }];

        var text = PageOf(SummaryBuilder.Build(Guo2012.Input with { Study = Hostile, Sites = [.. sites], DictionaryVersion = Hostile }));

        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;&quot;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_without_any_data_still_has_a_page()
    {
        var text = PageOf(SummaryBuilder.Build(Guo2012.Input with { Sites = [], Activity = [] }));

        Assert.Contains("<span class=\"figure\">0</span>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawings_have_a_title_a_description_and_one_line_a_subject()
    {
        Assert.Equal(8, Count("role=\"img\""));
        Assert.Equal(8, Count("<title id="));
        Assert.Equal(8, Count("<desc id="));
        Assert.Equal(18, Count("<polyline class=\"subject"));
    }

    [Fact]
    public void The_public_page_draws_no_subject()
    {
        var larger = SiteFixture.Sites(TestTable.Read("larger_subjects.csv"), TestTable.Read("larger_visits.csv"), []);

        var text = PageOf(SummaryBuilder.Build(Guo2012.Input with { Sites = larger, Audience = "public" }));

        Assert.Contains("<svg ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"subject", text, StringComparison.Ordinal);
    }

    private static int Count(string part) => Text.Split(part).Length - 1;

    private static string PageOf(Summary summary) =>
        Encoding.UTF8.GetString(ReportWriter.Write(summary).Single(file => file.Path == "summary.html").Content.Span);
}
