using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SscPipeline.Reporting.Statistics.TiltedRanks;

namespace SscPipeline.Reporting.Statistics;

/// <summary>P(W ≤ w) where W adds up ranks, each taken or left with probability 1/2: exact, by Fourier's transform of the convolution.</summary>
/// <remarks>
/// The cumulative probabilities are the coefficients of G(z) / (1 - z), where G(z) is the product of (1 + z^rank) / 2. The one of z^w is the mean of
/// G(z) z^-w / (1 - z) over N equally spaced points of a circle, but for the coefficients that lie N apart, which are added to it. On the circle through the saddle
/// point all terms are largest at its first point, so that nothing cancels and small p keep their relative precision. N is chosen so that what lies N apart is
/// below 1e-18 of p. Stretches of the circle on which a bound shows that all terms together are below 1e-15 of p are passed over.
/// </remarks>
internal sealed class RankSumTail
{
    /// <summary>e^-42 is 6e-19.</summary>
    private const double NotAdded = 42;

    /// <summary>e^-36 is 2e-16.</summary>
    private const double Negligible = 36;

    /// <summary>Points side by side whose terms are made together: from one to the next each rank turns by the same angle.</summary>
    private const int PointsAtOnce = 16;

    /// <summary>How many fours of ranks are looked at before their sum is.</summary>
    private const int LooksAtOnce = 4;

    /// <summary>The logarithm of the smallest double is above it.</summary>
    private const double Vanishing = -750;

    private readonly ArraySegment<Turn>[] turns;

    private readonly ArraySegment<double> ranks;
    private readonly ArraySegment<double> counts;

    /// <summary>1 / cosh² of half of what each rank is tilted by.</summary>
    private readonly ArraySegment<double> peaks;

    private readonly double tilt;
    private readonly long points;
    private readonly long w;

    private double sum;

    private RankSumTail(long w, double tilt, double first, TiltedRanks tilted, Lent lent)
    {
        (this.w, this.tilt, (ranks, counts), peaks) = (w, tilt, tilted, lent.Take<double>(tilted.Ranks.Count));
        var shares = lent.Take<double>(ranks.Count);
        var (variance, squares) = (Math.Pow(2 * Math.Sinh(tilt / 2), -2), 0.0);
        for (var i = 0; i < Fours(ranks).Length; i++)
        {
            var share = Vector256.Exp(-tilt * Fours(ranks)[i]);
            var whole = Vector256<double>.One + share;
            var square = Fours(counts)[i] * Fours(ranks)[i] * Fours(ranks)[i];
            (Fours(shares)[i], Fours(peaks)[i]) = (share, 4 * share / (whole * whole));
            variance += Vector256.Sum(square * Fours(peaks)[i]) / 4;
            squares += Vector256.Sum(square * share / whole);
        }

        // The tilted sum is w with a probability of 1 in so many at least.
        var atLeast = Math.Log(10 * Math.Sqrt(variance));
        points = (2 * (long)(Math.Max(Above(tilt, first, atLeast), Below(tilt, squares, atLeast)) / 2)) + 101;
        turns = Turn.ByBit(ranks, counts, shares, points, lent);
    }

    /// <summary>How far above w coefficients no longer count: none of them is above 1, and e^-tilt times smaller for each step.</summary>
    private static double Above(double tilt, double first, double atLeast) => (NotAdded - first + atLeast) / tilt;

    /// <summary>How far below w coefficients no longer count, by Chernoff's bound for sums of independent numbers that are not negative.</summary>
    private static double Below(double tilt, double squares, double atLeast) => (1 / OneMinusRadius(tilt)) + Math.Sqrt(2 * squares * (NotAdded + atLeast));

    /// <param name="w">From 0 to half of the sum of all ranks, in steps.</param>
    /// <param name="step">Divides every doubled rank.</param>
    /// <param name="ranks">Each rank once, above 0 and ascending.</param>
    public static double Probability(long w, long step, ReadOnlySpan<SharedRank> ranks)
    {
        if (w == 0)
        {
            return Math.Pow(2, -Count(ranks));
        }

        using var lent = new Lent();
        var tilted = Of(ranks, step, lent);
        var tilt = tilted.SaddlePoint(w);
        var first = tilted.First(w, tilt);
        if (first < Vanishing)
        {
            return 0;
        }

        var tail = new RankSumTail(w, tilt, first, tilted, lent);
        tail.AddHalf(Negligible + Math.Log(tail.points));
        return Math.Exp(first - Math.Log(tail.points)) * (1 + (2 * tail.sum));
    }

    private static int Count(ReadOnlySpan<SharedRank> ranks)
    {
        var all = 0;
        foreach (ref readonly var rank in ranks)
        {
            all += rank.Count;
        }

        return all;
    }

    /// <summary>Half of the circle: the other half mirrors it. Where enough differences share the smallest rank, that rank alone makes terms negligible but
    /// near its whole half turns, and only what lies there is looked at.</summary>
    private void AddHalf(double negligible)
    {
        var half = (points - 1) / 2;
        var squaredSine = (1 - Math.Exp(-2 * negligible / counts[0])) / peaks[0];
        if (squaredSine >= 1)
        {
            Add(1, half, negligible);
            return;
        }

        var (near, turn) = (Math.Asin(Math.Sqrt(squaredSine)) / Math.PI, points / ranks[0]);
        var next = 1L;
        for (var whole = 0; next <= half; whole++)
        {
            var last = Math.Min(half, (long)((whole + near) * turn) + 1);
            Add(Math.Max(next, (long)((whole - near) * turn)), last, negligible);
            next = last + 1;
        }
    }

    /// <summary>Adds the real parts of the points' terms, the first point's being 1.</summary>
    private void Add(long first, long last, double negligible)
    {
        // The points beside the first are never negligible.
        if (first > last || (first > 1 && IsNegligible(first, last, negligible)))
        {
            return;
        }

        if (last - first < PointsAtOnce)
        {
            AddTerms(first, (int)(last - first) + 1);
            return;
        }

        var middle = first + ((last - first) / 2);
        Add(first, middle, negligible);
        Add(middle + 1, last, negligible);
    }

    /// <summary>Whether an upper bound of the terms' size between two points is below e^-negligible. Ranks that turn far between them are left out.</summary>
    /// <remarks>sin u is above u - u³ / 6 up to a quarter, and log(1 - x) is below -x - x² / 2 - x³ / 3.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsNegligible(long first, long last, double negligible)
    {
        var (from, to) = ((double)first / points, (double)last / points);
        var fours = Fours(ranks);
        var many = Fours(counts);
        var peak = Fours(peaks);
        var (one, half, third) = (Vector256<double>.One, Vector256.Create(1 / 2.0), Vector256.Create(1 / 3.0));
        var size = 0.0;
        for (var i = Widest(to - from); i >= 0 && size > -negligible;)
        {
            var sizes = Vector256<double>.Zero;
            for (var end = Math.Max(i - LooksAtOnce, -1); i > end; i--)
            {
                // In half turns, at whole numbers of which the sine is 0: without one in between it is smallest at the end that is nearest to one.
                var (low, high) = (fours[i] * from, fours[i] * to);
                var whole = Vector256.Floor(low);
                var angle = Math.PI * Vector256.Min(low - whole, Vector256.Max(whole + one - high, Vector256<double>.Zero));
                var sine = angle - (angle * angle * angle / 6);
                var x = peak[i] * sine * sine;
                sizes += many[i] * x * (one + (x * (half + (x * third))));
            }

            size -= Vector256.Sum(sizes) / 2;
        }

        return size <= -negligible;
    }

    /// <summary>The last four ranks that turn by less than half over a stretch: with more there is no bound.</summary>
    private int Widest(double stretch)
    {
        var (low, high) = (0, ranks.Count / Vector256<double>.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Fours(ranks)[middle][Vector256<double>.Count - 1] * stretch < 1 ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private void AddTerms(long first, int count)
    {
        Span<Vector256<double>> real = stackalloc Vector256<double>[count];
        Span<Vector256<double>> imaginary = stackalloc Vector256<double>[count];
        Turn.Product(turns, first, points, real, imaginary);
        var radius = Math.Exp(-tilt);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (1.0, 0.0);
            for (var lane = 0; lane < Vector256<double>.Count; lane++)
            {
                (x, y) = ((x * real[i][lane]) - (y * imaginary[i][lane]), (x * imaginary[i][lane]) + (y * real[i][lane]));
            }

            // z^-w / (1 - z), as large as 1 at the first point.
            var (sine, cosine) = Math.SinCos(Angle(w, first + i));
            var turn = Math.Sin(Angle(1, first + i) / 2);
            var (a, b) = (OneMinusRadius(tilt) + (2 * radius * turn * turn), -radius * Math.Sin(Angle(1, first + i)));
            sum += ((((x * cosine) + (y * sine)) * a) + (((y * cosine) - (x * sine)) * b)) * OneMinusRadius(tilt) / ((a * a) + (b * b));
        }
    }

    /// <summary>Reduced in whole numbers, so it is precise all around the circle.</summary>
    private double Angle(long factor, long point) => 2 * Math.PI * (long)((Int128)factor * point % points) / points;
}
