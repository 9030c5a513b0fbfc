using System.Text.RegularExpressions;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Tests.Charts;

namespace SscPipeline.Reporting.Tests.Pages;

public sealed partial class PageStructureTests
{
    private static readonly string Text = Drawn.PageOf(Guo2012.Summary);

    [Fact]
    public void Every_section_is_in_the_table_of_contents_in_the_order_of_the_page()
    {
        var sections = Section().Matches(Text).Select(match => $"#{match.Groups[1].Value}").ToList();

        Assert.Equal("#key", sections[0]);
        Assert.Equal("#method", sections[^1]);
        Assert.Equal(sections, Contents().Matches(Text[..Text.IndexOf("</nav>", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Headings_never_skip_a_level()
    {
        var levels = Heading().Matches(Text).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Every_link_and_reference_leads_to_one_place_of_the_page()
    {
        var ids = Id().Matches(Text).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Target().Matches(Text).Select(match => match.Groups[1].Value), target => Assert.Contains(target, ids));
        Assert.Contains("href=\"#method-4\"", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_whose_data_came_last() =>
        Assert.Contains("Newest data: site-c (2026-02-22 09:30 UTC), site-b", Text, StringComparison.Ordinal);

    [Fact]
    public void Title_and_page_number_stand_on_every_sheet_and_a_title_cannot_end_the_style()
    {
        Assert.Contains("@top-left { content: \"Low\\00002ddose imatinib in systemic sclerosis\\00003a summary\"; }", Text, StringComparison.Ordinal);
        Assert.Contains("\"\\000022\\00007d\\00003c\\00002fstyle\\00003e\\00786c\"", RunningHead.Of("\"}</style>\u786c").Html, StringComparison.Ordinal);
    }

    [GeneratedRegex("<h2 id=\"([^\"]+)\">")]
    private static partial Regex Section();

    [GeneratedRegex("<li><a href=\"([^\"]+)\">")]
    private static partial Regex Contents();

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("(?:href=\"|url\\()#([^\")]+)")]
    private static partial Regex Target();
}
