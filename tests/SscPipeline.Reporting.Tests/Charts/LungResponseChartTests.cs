using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Charts;

public sealed class LungResponseChartTests
{
    private static readonly Summary Larger = LargerStudy.Summary;

    private static readonly Drawn Picture = Drawn.Of(Larger, "chart-lung-response");

    [Theory, InlineData("improved"), InlineData("stable"), InlineData("worsened"), InlineData("open")]
    public void A_part_of_a_bar_is_as_high_as_its_subjects_are_many(string part)
    {
        var counts = Larger.IldResponse.ByMonth.Where(row => row.Scope == "overall").Select(row => Count(row, part)).Where(count => count > 0);
        var perSubject = 212.0 / 20;

        var heights = Picture.Svg.Elements("rect").Where(rect => rect.Attribute("class")!.Value == part).Select(rect => Drawn.Number(rect, "height"));

        Assert.Equal(counts.Select(count => Math.Round(count * perSubject)), heights.Select(height => Math.Round(height)));
    }

    [Fact]
    public void The_table_and_the_description_have_the_counts_of_the_summary()
    {
        var rows = Larger.IldResponse.ByMonth.Where(row => row.Scope == "overall").ToList();

        Assert.Equal(rows.Count, Picture.Rows().Count);
        foreach (var row in rows)
        {
            int?[] counts = [row.Improved + row.Stable + row.Worsened + row.Indeterminate, row.Improved, row.Stable, row.Indeterminate, row.Worsened];
            Assert.Equal(counts.Select(count => $"{count}"), Picture.Rows().Single(cells => cells[0] == $"Month {row.Month}")[1..]);
            Assert.Contains($"Month {row.Month}: {row.Improved} improved, {row.Stable} stable, {row.Indeterminate} open", Picture.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Categories_differ_in_pattern_and_not_by_colour_alone() =>
        Assert.Equal(["hatch-stable", "hatch-worsened"], Picture.Svg.Descendants("pattern").Select(pattern => pattern.Attribute("id")!.Value));

    private static int Count(IldResponseCounts row, string part) =>
        (part switch { "improved" => row.Improved, "stable" => row.Stable, "worsened" => row.Worsened, _ => row.Indeterminate })!.Value;
}
