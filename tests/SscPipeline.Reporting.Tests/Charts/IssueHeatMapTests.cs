using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Charts;

public sealed class IssueHeatMapTests
{
    [Fact]
    public void A_cell_has_its_count_and_is_shaded_by_100_rows()
    {
        var picture = Of(Site("a", 200, ("SSC-021", 1), ("SSC-302", 2)), Site("b", 200, ("SSC-021", 10), ("SSC-302", 40)));

        Assert.Equal(["10", "40", "1", "2"], picture.Parts("count").Select(count => count.Value));
        Assert.Equal(["shade3", "shade4", "shade1", "shade2"], picture.Svg.Elements("rect").Select(rect => rect.Attribute("class")!.Value));
    }

    [Fact]
    public void A_check_without_issues_at_a_site_is_an_empty_cell()
    {
        var picture = Of(Site("a", 10, ("SSC-021", 1)), Site("b", 10, ("SSC-302", 1)));

        Assert.Equal(2, picture.Parts("shade0").Count);
        Assert.Equal(2, picture.Parts("count").Count);
    }

    [Fact]
    public void The_table_has_all_counts_and_the_denominators()
    {
        var rows = Of(Site("a", 200, ("SSC-021", 1), ("SSC-302", 2)), Site("b", 50, ("SSC-021", 4))).Rows();

        Assert.Equal(["SSC-021", "1", "4", "5"], rows[0]);
        Assert.Equal(["SSC-302", "2", "0", "2"], rows[1]);
        Assert.Equal(["Rows sent", "200", "50", "250"], rows[2]);
        Assert.Equal(["Issues per 100 rows", "1.5", "8.0", "–"], rows[3]);
    }

    [Fact]
    public void Of_many_sites_and_checks_the_worst_are_drawn_and_all_are_counted()
    {
        var sites = Enumerable.Range(1, 60).Select(site => Site($"site-{site:00}", 100, [.. Enumerable.Range(1, 30).Select(check => ($"SSC-{check:000}", site))])).ToArray();

        var picture = Of(sites);

        Assert.Equal(40, picture.Parts("label").Count);
        Assert.Equal(16, picture.Parts("name").Count);
        Assert.Equal("site-60", picture.Parts("label")[0].Value);
        Assert.Contains("Drawn are the 40 of 60 sites", picture.Caption, StringComparison.Ordinal);
        Assert.Equal(30 + 2, picture.Rows().Count);
    }

    [Fact]
    public void A_site_of_which_no_row_was_read_has_the_darkest_shade() =>
        Assert.Single(Of(Site("a", 0, ("SSC-003", 1))).Parts("shade4"));

    [Fact]
    public void Without_issues_there_is_no_picture() =>
        Assert.Null(Drawn.Find(Summarised(Site("a", 10)), "chart-issues"));

    private static Drawn Of(params SiteActivity[] sites) => Drawn.Of(Summarised(sites), "chart-issues");

    private static Summary Summarised(params SiteActivity[] sites) => SummaryBuilder.Build(Guo2012.Input with { Activity = [.. sites] });

    private static SiteActivity Site(string site, int rows, params (string Check, int Count)[] issues) =>
        new(site, 1, 1, rows, 0, null, issues.ToImmutableSortedDictionary(issue => issue.Check, issue => issue.Count, StringComparer.Ordinal));
}
