using System.Globalization;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Tests.Statistics;

public sealed class ProportionTests
{
    public static IEnumerable<object[]> Rows() => Enumerable.Range(0, TestTable.Read("proportions_expected.csv").Count).Select(row => new object[] { row });

    [Theory, MemberData(nameof(Rows))]
    public void Both_intervals_agree_with_R(int index)
    {
        var row = TestTable.Read("proportions_expected.csv")[index];
        var (k, n) = (int.Parse(row["k"], CultureInfo.InvariantCulture), int.Parse(row["n"], CultureInfo.InvariantCulture));

        var wilson = Proportion.Wilson95(k, n)!.Value;
        var exact = Proportion.ClopperPearson95(k, n)!.Value;

        Assert.Equal(row.Number("wilson_low")!.Value, wilson.Low, 1e-9);
        Assert.Equal(row.Number("wilson_high")!.Value, wilson.High, 1e-9);
        Assert.Equal(row.Number("cp_low")!.Value, exact.Low, 1e-9);
        Assert.Equal(row.Number("cp_high")!.Value, exact.High, 1e-9);
    }

    [Fact]
    public void Of_nobody_there_is_no_share()
    {
        Assert.Null(Proportion.Wilson95(0, 0));
        Assert.Null(Proportion.ClopperPearson95(0, 0));
    }
}
