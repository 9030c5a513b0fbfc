using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

/// <summary>Every number of a summary against Independent/make_more_expected.R: none may differ, none may be missing on either side.</summary>
public sealed class IndependentNumbersTests
{
    private const double Tolerance = 1e-9;

    private static readonly string[] Blocks =
    [
        "measures", "sensitivity.measures", "skinClasses", "sensitivity.skinClasses", "ildResponse.classes", "sensitivity.lungClasses", "lungSlopes", "nutrition.byScope",
        "exposure", "eventRates", "composite.rows", "composite.subjects", "sensitivity.composite", "quality.visits", "quality.agreement", "quality.acceptance", "quality.checks",
    ];

    private static readonly Summary Larger = SummaryBuilder.Build(Guo2012.Input with
    {
        Sites = SiteFixture.Sites(TestTable.Read("larger_subjects.csv"), TestTable.Read("larger_visits.csv"), TestTable.Read("larger_events.csv")),
        Activity = Activity(),
    });

    private static readonly Dictionary<string, Dictionary<string, (string Expected, JsonNode? Actual)>> Studies = new()
    {
        ["larger"] = Pairs("larger", Larger),
        ["guo2012"] = Pairs("guo2012", SummaryBuilder.Build(Guo2012.Input with { Activity = [] })),
    };

    public static IEnumerable<object[]> All() => from study in Studies.Keys from block in Blocks select new object[] { study, block };

    [Theory, MemberData(nameof(All))]
    public void Every_number_agrees_with_R(string study, string block)
    {
        var wrong = Studies[study].Where(one => one.Key.StartsWith($"{block}|", StringComparison.Ordinal) && !Agrees(one.Value.Expected, one.Value.Actual));

        Assert.Empty(wrong.Take(10).Select(one => $"{one.Key} is {one.Value.Actual?.ToJsonString() ?? "null"}, and R says {one.Value.Expected}"));
    }

    [Fact]
    public void The_larger_study_has_numbers_in_every_block() =>
        Assert.All(Blocks, block => Assert.Contains(Studies["larger"].Keys, path => path.StartsWith($"{block}|", StringComparison.Ordinal)));

    [Fact]
    public void No_number_stands_outside_the_blocks_that_are_compared() => Assert.Equal(
        0, Studies.Values.Sum(pairs => pairs.Keys.Count(path => !Blocks.Any(block => path.StartsWith($"{block}|", StringComparison.Ordinal)))));

    private static bool Agrees(string expected, JsonNode? actual) => actual switch
    {
        null => expected == "NA",
        _ when actual.GetValueKind() == JsonValueKind.Number =>
            double.TryParse(expected, CultureInfo.InvariantCulture, out var wanted)
            && Math.Abs(wanted - actual.GetValue<double>()) <= Tolerance * Math.Max(1, Math.Abs(wanted)),
        _ => string.Equals(expected, actual.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    private static Dictionary<string, (string Expected, JsonNode? Actual)> Pairs(string name, Summary summary)
    {
        var actual = PublishedNumbers.Of(summary, Blocks);
        var expected = TestTable.Read($"{name}_more_expected.csv").ToDictionary(row => row["path"], row => row["value"], StringComparer.Ordinal);
        return actual.Keys.Union(expected.Keys, StringComparer.Ordinal).ToDictionary(
            path => path,
            path => (expected.GetValueOrDefault(path, "nothing"), actual.TryGetValue(path, out var value) ? value : JsonValue.Create("not published")),
            StringComparer.Ordinal);
    }

    private static ImmutableArray<SiteActivity> Activity() =>
        [.. from site in TestTable.Read("larger_activity.csv").GroupBy(row => row["site"])
            let of = (Func<string, ImmutableSortedDictionary<string, int>>)(kind => site.Where(row => row["kind"] == kind)
                .ToImmutableSortedDictionary(row => row["key"], row => int.Parse(row["count"], CultureInfo.InvariantCulture), StringComparer.Ordinal))
            let total = of("total")
            select new SiteActivity(site.Key, total["documents"], total["submissions"], total["rows_accepted"], total["rows_withheld"], null, of("issues"))
            {
                SubmissionsByStatus = of("status"),
                ExaminedByCheck = of("examined"),
            }];
}
