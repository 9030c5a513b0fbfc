using System.Numerics;
using System.Runtime.CompilerServices;

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
        var step = Math.Max(1, ranks.Aggregate(0L, (divisor, rank) => GreatestCommonDivisor(divisor, rank.Doubled)));
        var smaller = Math.Min(ranks.Sum(rank => rank.Doubled * rank.Positive), ranks.Sum(rank => rank.Doubled * (rank.Count - rank.Positive))) / step;
        return Math.Min(1, 2 * (ranks.Sum(rank => rank.Count) <= LargestAddedUp
            ? AddedUp(smaller, [.. ranks.SelectMany(rank => Enumerable.Repeat(rank.Doubled / step, rank.Count))])
            : RankSumTail.Probability(smaller, [.. ranks.Select(rank => (rank.Doubled / step, rank.Count))])));
    }

    /// <summary>The smallest p that n differences other than zero can reach.</summary>
    public static double SmallestP(int n) => Math.Min(1, Math.Pow(2, 1 - n));

    /// <summary>The share of sign patterns whose positive ranks add up to <paramref name="largest"/> at most. Counts are sums of positive
    /// numbers, so they keep full relative precision even where a double no longer holds them exactly.</summary>
    internal static double AddedUp(long largest, IReadOnlyCollection<long> ranks)
    {
        var counts = new double[largest + 1];
        counts[0] = 1;
        var reached = 0L;
        foreach (var rank in ranks.Where(rank => rank <= largest))
        {
            reached = Math.Min(largest, reached + rank);
            AddShifted(counts.AsSpan(0, (int)reached + 1), (int)rank);
        }

        return counts.Sum() / Math.Pow(2, ranks.Count);
    }

    /// <summary>Twice the mid-rank of each size of difference, from the smallest on, with how many differences have it and how many of them are positive.</summary>
    private static List<(long Doubled, int Count, int Positive)> Ranks(IEnumerable<decimal> differences)
    {
        decimal[] sizes = [.. differences.Select(Precision.Rounded).Where(difference => difference != 0)];
        var negative = Sorted([.. sizes.Where(size => size < 0).Select(size => -size)]);
        var positive = Sorted([.. sizes.Where(size => size > 0)]);
        var ranks = new List<(long, int, int)>();
        var (below, above) = (0, 0);
        while (below < negative.Length || above < positive.Length)
        {
            var size = below == negative.Length || (above < positive.Length && positive[above] < negative[below]) ? positive[above] : negative[below];
            var (first, ofPositive) = (below + above, above);
            below = After(negative, below, size);
            above = After(positive, above, size);

            // Ranks first + 1 to below + above: their mean, doubled.
            ranks.Add((first + 1L + below + above, below + above - first, above - ofPositive));
        }

        return ranks;
    }

    /// <summary>They usually come sorted, one way or the other.</summary>
    private static decimal[] Sorted(decimal[] sizes)
    {
        if (sizes.Length > 1 && sizes[0] > sizes[^1])
        {
            Array.Reverse(sizes);
        }

        for (var i = 1; i < sizes.Length; i++)
        {
            if (sizes[i] < sizes[i - 1])
            {
                Array.Sort(sizes);
                break;
            }
        }

        return sizes;
    }

    private static int After(decimal[] sizes, int from, decimal size)
    {
        while (from < sizes.Length && sizes[from] == size)
        {
            from++;
        }

        return from;
    }

    private static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }

    /// <summary>Adds to every count the one that stands <paramref name="rank"/> before it, from the end, so that none is added that has changed already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddShifted(Span<double> counts, int rank)
    {
        var next = counts.Length;
        for (; next - Vector<double>.Count >= rank; next -= Vector<double>.Count)
        {
            var at = next - Vector<double>.Count;
            (new Vector<double>(counts[at..]) + new Vector<double>(counts[(at - rank)..])).CopyTo(counts[at..]);
        }

        for (var at = next - 1; at >= rank; at--)
        {
            counts[at] += counts[at - rank];
        }
    }
}
