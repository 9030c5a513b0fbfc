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

    public static IEnumerable<object[]> Seeds() => Enumerable.Range(1, 200).Select(seed => new object[] { seed });

    [Theory, MemberData(nameof(Seeds))]
    public void Adding_up_and_the_transform_give_the_same_p_with_and_without_ties(int seed)
    {
        var random = new Random(seed);
        var n = random.Next(1, 200);
        var kinds = seed % 4 == 0 ? n : random.Next(1, 6);
        long[] sizes = [.. Enumerable.Range(0, kinds).Select(_ => (long)random.Next(1, 2 * n))];
        long[] ranks = [.. Enumerable.Range(0, n).Select(i => seed % 4 == 0 ? 2 * (i + 1) : sizes[random.Next(kinds)])];
        var w = (long)(ranks.Sum() / 2 * Math.Pow(random.NextDouble(), 0.5));

        SharedRank[] shared = [.. ranks.CountBy(rank => rank).OrderBy(rank => rank.Key).Select(rank => new SharedRank(rank.Key, rank.Value, 0))];

        var expected = SignedRank.AddedUp(w, step: 1, shared);

        Assert.Equal(1, RankSumTail.Probability(w, step: 1, shared) / expected, 1e-12);
    }

    [Fact]
    public void Twenty_thousand_changes_have_an_exact_p_near_the_normal_one()
    {
        var differences = Enumerable.Range(1, 20_000).Select(i => i % 100 < 51 ? (decimal)i : -i).ToList();

        var exact = SignedRank.ExactP(differences)!.Value;

        var (positive, all) = (differences.Where(one => one > 0).Sum(one => (double)one), differences.Sum(one => Math.Abs((double)one)));
        var sd = Math.Sqrt(differences.Sum(one => (double)one * (double)one) / 4);
        Assert.Equal(1, exact / (2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -(Math.Abs(positive - (all / 2)) - 0.5) / sd)), 1e-3);
    }

    private static decimal[] Parse(string differences) => [.. differences.Split(' ').Select(one => decimal.Parse(one, CultureInfo.InvariantCulture))];
}
