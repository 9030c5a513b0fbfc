using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.RootFinding;

namespace SscPipeline.Reporting.Statistics;

/// <summary>Ranks, of which each is taken with a probability that is the smaller the larger it is: e^(-tilt rank) for one that is left.</summary>
/// <param name="Ranks">Ascending; four at a time, so filled up with some that no difference has.</param>
/// <param name="Counts">How many differences have each.</param>
internal sealed record TiltedRanks(ArraySegment<double> Ranks, ArraySegment<double> Counts)
{
    private const int Halvings = 100;

    /// <param name="ranks">Each rank once, above 0 and ascending.</param>
    /// <param name="step">Divides every doubled rank.</param>
    public static TiltedRanks Of(ReadOnlySpan<SharedRank> ranks, long step, Lent lent)
    {
        var length = (ranks.Length + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        var (filled, counts) = (lent.Take<double>(length), lent.Take<double>(length));
        filled.AsSpan().Fill(ranks[^1].Doubled / step);
        counts.AsSpan().Clear();
        for (var i = 0; i < ranks.Length; i++)
        {
            (filled[i], counts[i]) = (ranks[i].Doubled / step, ranks[i].Count);
        }

        return new TiltedRanks(filled, counts);
    }

    public static Span<Vector256<double>> Fours(ArraySegment<double> numbers) => MemoryMarshal.Cast<double, Vector256<double>>(numbers.AsSpan());

    /// <summary>1 - e^-tilt, also where the tilt is tiny.</summary>
    public static double OneMinusRadius(double tilt) => 2 * Math.Exp(-tilt / 2) * Math.Sinh(tilt / 2);

    /// <summary>Where the first term is smallest, as the logarithm of the circle's radius: the tilted sum is then w on average.</summary>
    /// <remarks>Any circle will do, and the nearest one has the fewest terms: a thousandth of the radius is near enough. It is mostly not far from where it
    /// would be for a normal distribution.</remarks>
    public double SaddlePoint(long w)
    {
        var normal = Math.Log(OfNormal(w));
        return Brent.TryFindRoot(TooLarge, normal - 1, normal + 1, 1e-3, Halvings, out var root)
            || Brent.TryFindRoot(TooLarge, Math.Log(1e-15), Math.Log(50), 1e-3, Halvings, out root)
            ? Math.Exp(root)
            : throw new InvalidOperationException("The saddle point of the ranks was not found.");

        double TooLarge(double logarithm)
        {
            var tilt = Math.Exp(logarithm);
            return Math.Log((Mean(tilt) + (Math.Exp(-tilt) / OneMinusRadius(tilt))) / w);
        }
    }

    /// <summary>Where mean - variance * tilt + 1 / tilt is w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double OfNormal(long w)
    {
        var fours = Fours(Ranks);
        var many = Fours(Counts);
        var (sum, squares) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var i = 0; i < fours.Length; i++)
        {
            var one = many[i] * fours[i];
            (sum, squares) = (sum + one, squares + (one * fours[i]));
        }

        var (above, variance) = ((Vector256.Sum(sum) / 2) - w, Vector256.Sum(squares) / 4);
        return (above + Math.Sqrt((above * above) + (4 * variance))) / (2 * variance);
    }

    /// <summary>The logarithm of the term that <see cref="RankSumTail"/> has at the first point of the circle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double First(long w, double tilt)
    {
        var fours = Fours(Ranks);
        var many = Fours(Counts);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < fours.Length; i++)
        {
            sum += many[i] * Vector256.Log((Vector256<double>.One + Vector256.Exp(-tilt * fours[i])) / 2);
        }

        return (w * tilt) - Math.Log(OneMinusRadius(tilt)) + Vector256.Sum(sum);
    }

    /// <summary>What the taken ranks add up to on average.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Mean(double tilt)
    {
        var fours = Fours(Ranks);
        var many = Fours(Counts);
        var sum = Vector256<double>.Zero;

        // What is below the smallest double of the sum need not be computed.
        for (var i = 0; i < fours.Length && tilt * fours[i][0] < 700; i++)
        {
            sum += many[i] * fours[i] / (Vector256<double>.One + Vector256.Exp(tilt * fours[i]));
        }

        return Vector256.Sum(sum);
    }
}
