using System.Globalization;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

/// <summary>Every number that R computed for the synthetic example (expected_summary.csv).</summary>
public sealed class SyntheticExampleTests
{
    public static IEnumerable<object[]> Rows() =>
        Guo2012.Expected.Select(row => new object[] { row["variable"], int.Parse(row["month"], CultureInfo.InvariantCulture) });

    [Theory, MemberData(nameof(Rows))]
    public void Every_figure_agrees_with_R_to_all_digits_given(string variable, int month)
    {
        var expected = Guo2012.Expected.Single(row => row["variable"] == variable && row["month"] == month.ToString(CultureInfo.InvariantCulture));

        var row = Guo2012.Row(variable, month);

        Assert.Equal(expected["n"], row.N!.Value.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, actual) in Figures(row))
        {
            AssertDigits(expected[column], actual, column);
        }

        Assert.Equal(expected["responders"], row.Responders is { } responders ? responders.K!.Value.ToString(CultureInfo.InvariantCulture) : "NA");
    }

    [Fact]
    public void No_visit_has_values_that_R_does_not_know()
    {
        var known = Guo2012.Expected.Select(row => (row["variable"], int.Parse(row["month"], CultureInfo.InvariantCulture))).ToHashSet();

        var ours =
            from measure in Guo2012.Summary.Measures
            where measure.Variable is "mrss_total" or "fvc_pct_pred" or "dlco_pct_pred"
            from row in measure.Rows
            where row.Scope == "overall" && row.N > 0
            select (measure.Variable, row.Month);

        Assert.Equal(known, ours.ToHashSet());
    }

    private static IEnumerable<(string Column, double? Value)> Figures(MeasureRow row) =>
    [
        ("mean", row.Mean), ("sd", row.Sd), ("median", row.Median), ("q1", row.Q1), ("q3", row.Q3), ("min", row.Min), ("max", row.Max),
        ("mean_change", row.Change?.Mean), ("sd_change", row.Change?.Sd), ("median_change", row.Change?.Median),
        ("ci95_low", row.Change?.Ci95?[0]), ("ci95_high", row.Change?.Ci95?[1]),
        ("paired_t_p", row.Change?.PairedTP), ("wilcoxon_exact_p", row.Change?.WilcoxonExactP),
        ("wilson_low", row.Responders?.Wilson95?[0]), ("wilson_high", row.Responders?.Wilson95?[1]),
        ("cp_low", row.Responders?.ClopperPearson95?[0]), ("cp_high", row.Responders?.ClopperPearson95?[1]),
    ];

    private static void AssertDigits(string expected, double? actual, string column)
    {
        if (expected == "NA")
        {
            Assert.True(actual is null, $"{column} is {actual}, and R has none");
            return;
        }

        var digits = expected.Contains('.', StringComparison.Ordinal) ? expected.Length - expected.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var wanted = double.Parse(expected, CultureInfo.InvariantCulture);
        Assert.True(actual is { } value && Math.Abs(value - wanted) <= 0.5000001 * Math.Pow(10, -digits), $"{column} is {actual}, and R says {expected}");
    }
}
