using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

/// <summary>Every number of an invented study of 60 subjects at 8 sites, against Independent/make_expected.R.</summary>
public sealed class LargerStudyTests
{
    private const double Tolerance = 1e-9;

    private static readonly ImmutableArray<SiteData> Sites =
        SiteFixture.Sites(TestTable.Read("larger_subjects.csv"), TestTable.Read("larger_visits.csv"), []);

    private static readonly Summary Strict = SummaryBuilder.Build(Guo2012.Input with { Sites = Sites, Activity = [] });

    private static readonly List<Dictionary<string, string>> Expected = TestTable.Read("larger_expected.csv");

    public static IEnumerable<object[]> Blocks() =>
        Expected.Select(row => (row["rule"], row["variable"])).Distinct().Select(block => new object[] { block.Item1, block.Item2 });

    [Theory, MemberData(nameof(Blocks))]
    public void Every_figure_agrees_with_R(string rule, string variable)
    {
        var expected = Expected.Where(row => row["rule"] == rule && row["variable"] == variable).ToDictionary(row => (row["scope"], row["month"]));

        var rows = (rule == "strict" ? Strict.Measures : Strict.Sensitivity.Measures).Single(measure => measure.Variable == variable).Rows;

        Assert.Equal(expected.Keys.Order(), rows.Select(row => (row.Scope, row.Month.ToString(CultureInfo.InvariantCulture))).Order());
        foreach (var row in rows)
        {
            var one = expected[(row.Scope, row.Month.ToString(CultureInfo.InvariantCulture))];
            foreach (var (column, actual) in Figures(row))
            {
                AssertClose(one.Number(column), actual, $"{row.Scope} month {row.Month} {column}");
            }
        }
    }

    [Fact]
    public void Contiguous_windows_give_the_same_figures_when_they_are_the_ones_reported()
    {
        var contiguous = SummaryBuilder.Build(Guo2012.Input with { Sites = Sites, Settings = Guo2012.Input.Settings.SetItem("windowRule", "contiguous") });

        Assert.Equal("strict", contiguous.Sensitivity.WindowRule);
        Assert.Equal(
            Strict.Sensitivity.Measures.SelectMany(measure => measure.Rows).Select(row => (row.Month, row.N, row.Mean, row.Change?.PairedTP)),
            contiguous.Measures.SelectMany(measure => measure.Rows).Where(row => row.Scope == "overall").Select(row => (row.Month, row.N, row.Mean, row.Change?.PairedTP)));
    }

    [Fact]
    public void Every_lung_response_agrees_with_R()
    {
        var expected = TestTable.Read("larger_ild_expected.csv").ToDictionary(row => (row["subject"], row["month"]));

        Assert.Equal(expected.Count, Strict.IldResponse.Subjects.Length);
        foreach (var one in Strict.IldResponse.Subjects)
        {
            var row = expected[(one.Subject, one.Month.ToString(CultureInfo.InvariantCulture))];
            Assert.Equal(row["category"], one.Category.ToString().ToLowerInvariant());
            AssertClose(row.Number("fvc"), one.FvcRelative, "FVC");
            AssertClose(row.Number("dlco"), one.DlcoRelative, "DLCO");
        }

        Assert.Equal(4, Strict.IldResponse.Subjects.Select(one => one.Category).Distinct().Count());
    }

    [Fact]
    public void Lung_responses_by_month_add_up()
    {
        var byMonth = Strict.IldResponse.ByMonth.Where(row => row.Scope == "overall").Sum(row => row.Improved + row.Stable + row.Worsened + row.Indeterminate);
        var bySite = Strict.IldResponse.ByMonth.Where(row => row.Scope != "overall").Sum(row => row.Improved + row.Stable + row.Worsened + row.Indeterminate);

        Assert.Equal(Strict.IldResponse.Subjects.Length, byMonth);
        Assert.Equal(byMonth, bySite);
    }

    [Fact]
    public void Those_seen_and_those_missing_are_always_all_subjects()
    {
        foreach (var row in Strict.Measures.SelectMany(measure => measure.Rows).Where(row => row.Scope == "overall"))
        {
            Assert.Equal(60, row.N + row.Missing!.NotDone + row.Missing.Withdrawn + row.Missing.NotYetDue + row.Missing.Rejected);
        }
    }

    private static IEnumerable<(string Column, double? Value)> Figures(MeasureRow row) =>
    [
        ("n", row.N), ("n_expected", row.NExpected), ("mean", row.Mean), ("sd", row.Sd), ("median", row.Median), ("q1", row.Q1), ("q3", row.Q3),
        ("min", row.Min), ("max", row.Max), ("change_n", row.Change?.N), ("change_mean", row.Change?.Mean), ("change_sd", row.Change?.Sd),
        ("change_median", row.Change?.Median), ("ci_low", row.Change?.Ci95?[0]), ("ci_high", row.Change?.Ci95?[1]), ("t_p", row.Change?.PairedTP),
        ("wilcoxon_p", row.Change?.WilcoxonExactP), ("k", row.Responders?.K), ("wilson_low", row.Responders?.Wilson95?[0]),
        ("wilson_high", row.Responders?.Wilson95?[1]), ("cp_low", row.Responders?.ClopperPearson95?[0]), ("cp_high", row.Responders?.ClopperPearson95?[1]),
    ];

    private static void AssertClose(double? expected, double? actual, string what) => Assert.True(
        expected is { } wanted && actual is { } value ? Math.Abs(wanted - value) <= Tolerance * Math.Max(1, Math.Abs(wanted)) : expected == actual,
        $"{what} is {actual}, and R says {expected}");
}
