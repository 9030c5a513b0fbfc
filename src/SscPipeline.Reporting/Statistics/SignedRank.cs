using System.Numerics;

namespace SscPipeline.Reporting.Statistics;

/// <summary>Wilcoxon's signed-rank test, two-sided and exact at every n. Zeros are dropped, ties get mid-ranks.</summary>
/// <remarks>All 2^n sign patterns are counted by convolution over doubled mid-ranks, which are whole numbers. The time of adding up grows
/// with the cube of n, so larger samples are convolved by Fourier's transform (<see cref="RankSumTail"/>): the same p in milliseconds.</remarks>
internal static class SignedRank
{
    /// <summary>Up to here adding up takes less than the transform, and 2^n fits a double.</summary>
    public const int LargestAddedUp = 300;

    /// <summary>Null without differences; 1 when all are zero.</summary>
    public static double? ExactP(IReadOnlyCollection<decimal> differences)
    {
        if (differences.Count == 0)
        {
            return null;
        }

        var ranks = Ranks(differences);
        var step = Math.Max(1, ranks.Aggregate(0L, (divisor, rank) => (long)BigInteger.GreatestCommonDivisor(divisor, Math.Abs(rank))));
        var smaller = Math.Min(ranks.Where(rank => rank > 0).Sum(), -ranks.Where(rank => rank < 0).Sum()) / step;
        List<long> sizes = [.. ranks.Select(rank => Math.Abs(rank) / step)];
        return Math.Min(1, 2 * (sizes.Count <= LargestAddedUp ? AddedUp(smaller, sizes) : RankSumTail.Probability(smaller, sizes)));
    }

    /// <summary>The smallest p that n differences other than zero can reach.</summary>
    public static double SmallestP(int n) => Math.Min(1, Math.Pow(2, 1 - n));

    /// <summary>The share of sign patterns whose positive ranks add up to <paramref name="largest"/> at most. Counts are sums of positive
    /// numbers, so they keep full relative precision even where a double no longer holds them exactly.</summary>
    internal static double AddedUp(long largest, IReadOnlyCollection<long> ranks)
    {
        var counts = new double[largest + 1];
        var before = new double[largest + 1];
        counts[0] = 1;
        foreach (var rank in ranks.Where(rank => rank <= largest))
        {
            counts.CopyTo(before, 0);
            AddShifted(before.AsSpan(0, (int)(largest + 1 - rank)), counts.AsSpan((int)rank));
        }

        return counts.Sum() / Math.Pow(2, ranks.Count);
    }

    /// <summary>Twice the mid-rank of each difference's size, with the sign of the difference.</summary>
    private static List<long> Ranks(IEnumerable<decimal> differences)
    {
        decimal[] signed = [.. differences.Select(Precision.Rounded).Where(difference => difference != 0)];
        decimal[] sizes = [.. signed.Select(Math.Abs)];
        Array.Sort(sizes, signed);
        var ranks = new List<long>(sizes.Length);
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
                ranks.Add(Math.Sign(signed[i]) * (first + 1L + next));
            }

            first = next;
        }

        return ranks;
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
