using System.Globalization;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Tests.Statistics;

public sealed class SignedRankTests
{
    public static IEnumerable<object[]> Samples() => TestTable.Read("signed_ranks_expected.csv").Select(row => new object[] { row["differences"], row["p"] });

    [Theory, MemberData(nameof(Samples))]
    public void The_exact_p_agrees_with_R_at_every_n(string differences, string expected) =>
        Assert.Equal(double.Parse(expected, CultureInfo.InvariantCulture), SignedRank.ExactP(Parse(differences))!.Value, 1e-12);

    [Theory]
    [InlineData(6, 0.03125)]
    [InlineData(5, 0.0625)]
    [InlineData(4, 0.125)]
    [InlineData(3, 0.25)]
    [InlineData(1, 1.0)]
    public void All_changes_in_one_direction_give_the_smallest_p_possible(int n, double expected)
    {
        Assert.Equal(expected, SignedRank.ExactP([.. Enumerable.Range(1, n).Select(i => (decimal)-i)]));
        Assert.Equal(expected, SignedRank.SmallestP(n));
    }

    [Fact]
    public void Noise_of_a_spreadsheet_neither_breaks_a_tie_nor_makes_a_zero_count() =>
        Assert.Equal(
            SignedRank.ExactP([0m, 0.3m, 0.3m, -0.3m, 1m]),
            SignedRank.ExactP([0.0000000000000001m, 0.30000000000000004m, 0.2999999999999998m, -0.3m, 1m]));

    [Fact]
    public void Changes_of_nothing_but_zero_say_nothing() => Assert.Equal(1.0, SignedRank.ExactP([0m, 0m, 0m]));

    [Fact]
    public void Without_changes_there_is_no_p() => Assert.Null(SignedRank.ExactP([]));

    [Fact]
    public void The_largest_exact_sample_and_its_normal_approximation_nearly_agree()
    {
        var differences = Enumerable.Range(1, SignedRank.LargestExact).Select(i => i % 7 < 4 ? (decimal)i : -i).ToList();

        var exact = SignedRank.ExactP(differences)!.Value;

        Assert.InRange(exact, 1e-12, 0.5);
        Assert.Equal(exact, SignedRank.NormalP(differences)!.Value, 0.05 * exact);
    }

    [Fact]
    public void Above_it_only_the_normal_approximation_is_given()
    {
        var differences = Enumerable.Range(1, SignedRank.LargestExact + 1).Select(i => i % 2 == 0 ? (decimal)i : -i).ToList();

        Assert.Null(SignedRank.ExactP(differences));
        Assert.InRange(SignedRank.NormalP(differences)!.Value, 0.9, 1);
    }

    private static decimal[] Parse(string differences) => [.. differences.Split(' ').Select(one => decimal.Parse(one, CultureInfo.InvariantCulture))];
}
