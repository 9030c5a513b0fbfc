using System.Text;
using System.Text.Json.Nodes;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Disclosure;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Tests.Disclosure;

public sealed class DisclosureTests
{
    private static readonly DisclosureRules Rules = new(5);

    public static IEnumerable<object[]> Seeds => RandomStudy.Seeds.Select(seed => new object[] { seed });

    [Theory, MemberData(nameof(Seeds))]
    public void No_small_count_and_no_mean_of_a_few_can_be_computed_from_a_public_report(int seed)
    {
        var sites = RandomStudy.Sites(seed);
        var controlled = RandomStudy.Controlled(seed);
        var shown = Published(controlled, Rules);

        Assert.Empty(CountAttack.On(controlled, shown, 5));
        Assert.Empty(MeanAttack.On(sites, shown, 5));
        Assert.All(shown.Measures.SelectMany(measure => measure.Rows), row => Assert.True(row.Mean is null || row.N >= 5));
    }

    [Fact]
    public void The_attack_succeeds_where_only_the_small_numbers_themselves_are_hidden()
    {
        var weak = Rules with { HidesComplements = false };

        Assert.True(RandomStudy.Seeds.Select(RandomStudy.Controlled).Count(study => CountAttack.On(study, Published(study, weak), 5).Count > 0) > 5);
    }

    [Fact]
    public void The_attack_succeeds_where_means_of_nearly_the_same_group_are_shown()
    {
        var weak = Rules with { HidesDifferences = false };

        Assert.True(RandomStudy.Seeds.Count(seed => MeanAttack.On(RandomStudy.Sites(seed), Published(RandomStudy.Controlled(seed), weak), 5).Count > 0) > 2);
    }

    [Fact]
    public void Nothing_of_a_single_person_shows_of_six()
    {
        var files = ReportWriter.Write(SummaryBuilder.Build(Guo2012.Input with { Audience = "public" }));
        var shown = new List<string>();
        Collect(JsonNode.Parse(files.Single(file => file.Path == "summary.json").Content.Span), "", shown);

        foreach (var value in new[] { "-30.5", "62.2", "70.1", "71.1" })
        {
            Assert.DoesNotContain(value, shown);
        }

        foreach (var text in files.Select(file => Encoding.UTF8.GetString(file.Content.Span)))
        {
            Assert.All(["62.2", "70.1", "71.1", "SYN-", "site-a", "site-b", "site-c"], secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        }

        var summary = SummaryJson.Read(files[0].Content.Span);
        var late = summary.Row(Variables.MrssTotal, 24)!;
        Assert.Equal(-37.75 / 6, summary.Row(Variables.MrssTotal, 6)!.Change!.Mean!.Value, 9);
        Assert.Null(late.N ?? late.Mean ?? late.Median ?? late.Change?.Mean);
        Assert.All(summary.Measures.SelectMany(measure => measure.Rows), row => Assert.Null(row.Median ?? row.Min ?? row.Change?.Median));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_tables_say_nothing_that_the_summary_does_not(int seed)
    {
        var files = ReportWriter.Write(Published(RandomStudy.Controlled(seed), Rules));
        var known = new List<string>();
        Collect(JsonNode.Parse(files.Single(file => file.Path == "summary.json").Content.Span), "", known, isWhole: true);
        var printed = files.Where(file => file.Path.EndsWith(".csv", StringComparison.Ordinal) && !file.Path.EndsWith("literature.csv", StringComparison.Ordinal))
            .SelectMany(file => CsvReader.Read(Encoding.UTF8.GetString(file.Content.Span))).SelectMany(row => row.Values).Where(value => double.TryParse(value, out _));

        Assert.Subset(known.ToHashSet(), printed.ToHashSet());
    }

    /// <summary>Hiding more than is needed harms nobody and helps nobody: it has to be noticed too.</summary>
    [Theory, InlineData(2, "twelve"), InlineData(3, "forty")]
    public void What_the_public_sees_of_a_study_is_as_approved(int seed, string size) =>
        Approval.Check($"public.{size}.approved.json", SummaryJson.Write(Published(RandomStudy.Controlled(seed), Rules) with { Literature = [] }));

    [Fact]
    public void What_is_shown_of_a_group_is_unrounded_and_holds_no_extreme()
    {
        var exact = Distribution.Of(Enumerable.Range(0, 41).Select(person => 10.1m + (person * 7 % 31)));

        var shown = GroupFigures.Of(exact, Rules);

        Assert.Equal(exact with { Min = null, Max = null }, shown);
    }

    [Fact]
    public void A_group_in_which_all_have_one_value_shows_no_mean() =>
        Assert.Null(GroupFigures.Of(Distribution.Of(Enumerable.Repeat(17m, 12)), Rules).Mean);

    [Fact]
    public void The_page_explains_what_it_does_not_show()
    {
        var page = Encoding.UTF8.GetString(ReportWriter.Write(TinyStudy.Summary(Guo2012.Sites, "public")).Single(file => file.Path == "summary.html").Content.Span);

        Assert.Contains("Nobody can be recognised in this public report", page, StringComparison.Ordinal);
        Assert.Contains("<td>n&lt;5</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>withheld (of ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    private static Summary Published(Summary controlled, DisclosureRules rules)
    {
        var written = SummaryJson.Write(PublicSummary.From(controlled with { Audience = "public" }, rules));
        return SummaryJson.Read(written);
    }

    /// <summary>Every number of the file but those that tell of no data: months, sizes of groups, settings and the literature.</summary>
    private static void Collect(JsonNode? node, string name, List<string> found, bool isWhole = false)
    {
        switch (node)
        {
            case JsonObject parent:
                foreach (var (key, child) in parent.Where(one => isWhole || one.Key is not ("literature" or "settings" or "month" or "quality")))
                {
                    found.AddRange(isWhole && double.TryParse(key, out _) ? [key] : []);
                    Collect(child, key, found, isWhole);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Collect(child, name, found, isWhole);
                }

                break;
            case JsonValue value:
                found.Add(value.ToString());
                break;
        }
    }
}
