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
    /// <param name="differences">In any order.</param>
    public static double? ExactP(IEnumerable<decimal> differences) => ExactP(new Sample(differences));

    public static double? ExactP(Sample differences)
    {
        if (differences.Count == 0)
        {
            return null;
        }

        using var lent = new Lent();
        var rounded = lent.Take<long>(differences.Count);
        differences.CopyRoundedTo(rounded);
        var ranks = Ranks(rounded, lent.Take<SharedRank>(differences.Count));
        var (step, positive, negative, count) = Totals(ranks);
        var smaller = Math.Min(positive, negative) / step;
        return Math.Min(1, 2 * (count <= LargestAddedUp ? AddedUp(smaller, step, ranks) : RankSumTail.Probability(smaller, step, ranks)));
    }

    /// <summary>The smallest p that n differences other than zero can reach.</summary>
    public static double SmallestP(int n) => Math.Min(1, Math.Pow(2, 1 - n));

    /// <summary>The share of sign patterns whose positive ranks add up to <paramref name="largest"/> at most. Counts are sums of positive
    /// numbers, so they keep full relative precision even where a double no longer holds them exactly.</summary>
    /// <param name="step">Divides every doubled rank.</param>
    internal static double AddedUp(long largest, long step, ReadOnlySpan<SharedRank> ranks)
    {
        using var lent = new Lent();
        Span<double> counts = lent.Take<double>((int)largest + 1);
        counts.Clear();
        counts[0] = 1;
        var (reached, all) = (0L, 0);
        foreach (var rank in ranks)
        {
            var shift = rank.Doubled / step;
            all += rank.Count;
            for (var i = 0; i < rank.Count && shift <= largest; i++)
            {
                reached = Math.Min(largest, reached + shift);
                AddShifted(counts[..((int)reached + 1)], (int)shift);
            }
        }

        var sum = 0.0;
        foreach (var one in counts)
        {
            sum += one;
        }

        return sum / Math.Pow(2, all);
    }

    /// <summary>From the smallest size of difference on.</summary>
    /// <param name="ascending">Those below zero are met from the end of their part, those above from the beginning of theirs.</param>
    /// <param name="ranks">As long as the differences, at least.</param>
    private static ArraySegment<SharedRank> Ranks(ReadOnlySpan<long> ascending, ArraySegment<SharedRank> ranks)
    {
        var (below, above) = (0, ascending.Length);
        while (below < ascending.Length && ascending[below] < 0)
        {
            below++;
        }

        while (above > below && ascending[above - 1] > 0)
        {
            above--;
        }

        var negative = ascending[..below];
        var positive = ascending[above..];
        var (first, met, kinds) = (0, 0, 0);
        while (!negative.IsEmpty || !positive.IsEmpty)
        {
            var size = Math.Min(negative.IsEmpty ? long.MaxValue : -negative[^1], positive.IsEmpty ? long.MaxValue : positive[0]);
            while (!negative.IsEmpty && -negative[^1] == size)
            {
                negative = negative[..^1];
                met++;
            }

            var ofNegative = met - first;
            while (!positive.IsEmpty && positive[0] == size)
            {
                positive = positive[1..];
                met++;
            }

            // Ranks first + 1 to met: their mean, doubled.
            ranks[kinds++] = new SharedRank(first + 1L + met, met - first, met - first - ofNegative);
            first = met;
        }

        return ranks[..kinds];
    }

    /// <summary>What divides every doubled rank, their sums on either side, and how many differences have them.</summary>
    private static (long Step, long Positive, long Negative, int Count) Totals(ReadOnlySpan<SharedRank> ranks)
    {
        var (divisor, positive, negative, count) = (0L, 0L, 0L, 0);
        foreach (ref readonly var rank in ranks)
        {
            divisor = divisor == 1 ? 1 : GreatestCommonDivisor(divisor, rank.Doubled);
            positive += rank.Doubled * rank.Positive;
            negative += rank.Doubled * (rank.Count - rank.Positive);
            count += rank.Count;
        }

        return (Math.Max(1, divisor), positive, negative, count);
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
