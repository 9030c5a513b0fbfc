using System.Numerics;
using MathNet.Numerics.Distributions;

namespace SscPipeline.Reporting.Statistics;

/// <summary>Wilcoxon's signed-rank test, two-sided. Zeros are dropped, ties get mid-ranks.</summary>
/// <remarks>The exact p counts all 2^n sign patterns by convolution over doubled mid-ranks, which are whole numbers. Counts are
/// sums of positive numbers, so they keep full relative precision even where a double no longer holds them exactly.</remarks>
internal static class SignedRank
{
    /// <summary>2^1000 still fits a double, and the time grows with the cube of n. Above it <see cref="NormalP"/> is taken.</summary>
    public const int LargestExact = 1_000;

    /// <summary>Null without differences and above <see cref="LargestExact"/> of them; 1 when all are zero.</summary>
    public static double? ExactP(IReadOnlyCollection<decimal> differences)
    {
        if (differences.Count(difference => Precision.Rounded(difference) != 0) > LargestExact)
        {
            return null;
        }

        var ranks = Ranks(differences, out var any);
        if (!any)
        {
            return null;
        }

        var step = ranks.Aggregate(0, (divisor, rank) => (int)BigInteger.GreatestCommonDivisor(divisor, Math.Abs(rank)));
        step = Math.Max(step, 1);
        var smaller = Math.Min(ranks.Where(rank => rank > 0).Sum(), -ranks.Where(rank => rank < 0).Sum()) / step;
        var patterns = PatternsWithSumUpTo(smaller, ranks.Select(rank => Math.Abs(rank) / step));
        return Math.Min(1, 2 * patterns / Math.Pow(2, ranks.Count));
    }

    /// <summary>Normal approximation with correction for ties and continuity; null without a difference other than zero.</summary>
    public static double? NormalP(IEnumerable<decimal> differences)
    {
        var ranks = Ranks(differences, out _);
        if (ranks.Count == 0)
        {
            return null;
        }

        var variance = ranks.Sum(rank => (double)rank * rank) / 16;
        var distance = Math.Abs(ranks.Sum(rank => (double)rank)) / 4;
        return 2 * Normal.CDF(0, 1, -Math.Max(0, distance - 0.5) / Math.Sqrt(variance));
    }

    /// <summary>The smallest p that n differences other than zero can reach.</summary>
    public static double SmallestP(int n) => Math.Min(1, Math.Pow(2, 1 - n));

    /// <summary>Twice the mid-rank of each difference's size, with the sign of the difference.</summary>
    private static List<int> Ranks(IEnumerable<decimal> differences, out bool any)
    {
        decimal[] rounded = [.. differences.Select(Precision.Rounded)];
        any = rounded.Length > 0;
        decimal[] signed = [.. rounded.Where(difference => difference != 0)];
        decimal[] sizes = [.. signed.Select(Math.Abs)];
        Array.Sort(sizes, signed);
        var ranks = new List<int>(sizes.Length);
        for (var first = 0; first < sizes.Length;)
        {
            var next = first + 1;
            while (next < sizes.Length && sizes[next] == sizes[first])
            {
                next++;
            }

            // Ranks first + 1 to next: their mean, doubled.
            for (var i = first; i < next; i++)
            {
                ranks.Add(Math.Sign(signed[i]) * (first + 1 + next));
            }

            first = next;
        }

        return ranks;
    }

    private static double PatternsWithSumUpTo(int largest, IEnumerable<int> ranks)
    {
        var counts = new double[largest + 1];
        var before = new double[largest + 1];
        counts[0] = 1;
        foreach (var rank in ranks.Where(rank => rank <= largest))
        {
            counts.CopyTo(before, 0);
            AddShifted(before.AsSpan(0, largest + 1 - rank), counts.AsSpan(rank));
        }

        return counts.Sum();
    }

    private static void AddShifted(ReadOnlySpan<double> from, Span<double> to)
    {
        var i = 0;
        for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(from[i..]) + new Vector<double>(to[i..])).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }
}
