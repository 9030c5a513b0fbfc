using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SscPipeline.Reporting.Statistics;

/// <summary>Four factors (1 + share z^rank) / (1 + share) of <see cref="RankSumTail"/>, of which z goes around a circle point by point.</summary>
/// <param name="Rank">The whole number of steps that a factor takes from one point to the next.</param>
/// <param name="Still">1 / (1 + share).</param>
/// <param name="Turning">share / (1 + share).</param>
/// <param name="Cosine">Of the angle of that many steps.</param>
internal readonly record struct Turn(Vector256<double> Rank, Vector256<double> Still, Vector256<double> Turning, Vector256<double> Cosine, Vector256<double> Sine)
{
    /// <summary>The factors by the bits of their counts, from the lowest bit on: a factor that many differences have is raised to its power by squaring.</summary>
    public static ArraySegment<Turn>[] ByBit(ArraySegment<double> ranks, ArraySegment<double> counts, ArraySegment<double> shares, long points, Lent lent) =>
        [.. Enumerable.Range(0, 1 + (int)Math.Log2(counts.Max())).Select(bit => OfBit(bit, ranks, counts, shares, points, lent))];

    /// <summary>Multiplies all factors at some points side by side, in four parts.</summary>
    /// <param name="first">The first of the points.</param>
    /// <param name="points">How many make the circle.</param>
    /// <param name="real">As many as there are points; overwritten.</param>
    /// <param name="imaginary">As many again.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Product(ArraySegment<Turn>[] turns, long first, long points, Span<Vector256<double>> real, Span<Vector256<double>> imaginary)
    {
        real.Fill(Vector256<double>.One);
        imaginary.Clear();
        for (var bit = turns.Length - 1; bit >= 0; bit--)
        {
            for (var i = 0; i < real.Length; i++)
            {
                (real[i], imaginary[i]) = ((real[i] * real[i]) - (imaginary[i] * imaginary[i]), 2 * real[i] * imaginary[i]);
            }

            foreach (ref readonly var turn in turns[bit].AsSpan())
            {
                turn.Multiply(first, points, real, imaginary);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(long first, long points, Span<Vector256<double>> real, Span<Vector256<double>> imaginary)
    {
        // Whole numbers below 2^53: the product and what is left of it after whole turns are exact.
        var turned = Rank * (double)first;
        var left = turned - (Vector256.Floor(turned / (double)points) * (double)points);
        var (sine, cosine) = Vector256.SinCos(left * (2 * Math.PI / points));
        for (var i = 0; i < real.Length; i++)
        {
            var (a, b) = (Still + (Turning * cosine), Turning * sine);
            (real[i], imaginary[i]) = ((real[i] * a) - (imaginary[i] * b), (real[i] * b) + (imaginary[i] * a));
            (cosine, sine) = ((cosine * Cosine) - (sine * Sine), (cosine * Sine) + (sine * Cosine));
        }
    }

    private static ArraySegment<Turn> OfBit(
        int bit, ReadOnlySpan<double> ranks, ReadOnlySpan<double> counts, ReadOnlySpan<double> shares, long points, Lent lent)
    {
        var (chosen, of) = (lent.Take<double>(ranks.Length), lent.Take<double>(ranks.Length));

        // What is left over keeps a share of 0, which makes a factor of 1.
        chosen.AsSpan().Clear();
        of.AsSpan().Clear();
        var count = 0;
        for (var i = 0; i < ranks.Length; i++)
        {
            if (((int)counts[i] >> bit & 1) != 0)
            {
                (chosen[count], of[count]) = (ranks[i], shares[i]);
                count++;
            }
        }

        var turns = lent.Take<Turn>((count + Vector256<double>.Count - 1) / Vector256<double>.Count);
        for (var i = 0; i < turns.Count; i++)
        {
            var at = i * Vector256<double>.Count;
            turns[i] = Of(Vector256.Create<double>(chosen.AsSpan(at)), Vector256.Create<double>(of.AsSpan(at)), points);
        }

        return turns;
    }

    private static Turn Of(Vector256<double> rank, Vector256<double> share, long points)
    {
        var (sine, cosine) = Vector256.SinCos(rank * (2 * Math.PI / points));
        var whole = Vector256<double>.One + share;
        return new Turn(rank, Vector256<double>.One / whole, share / whole, cosine, sine);
    }
}
