using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.RootFinding;

namespace SscPipeline.Reporting.Statistics;

/// <summary>P(W ≤ w) where W adds up ranks, each taken or left with probability 1/2: exact, by Fourier's transform of the convolution.</summary>
/// <remarks>
/// The cumulative probabilities are the coefficients of G(z) / (1 - z), where G(z) is the product of (1 + z^rank) / 2. The one of z^w is the mean of
/// G(z) z^-w / (1 - z) over N equally spaced points of a circle. On the circle through the saddle point all terms are largest at its first
/// point, so that nothing cancels and small p keep their relative precision. N is 50 standard deviations of the tilted sum: what lies N apart and would be added
/// is below 1e-20 of p. Stretches of the circle on which a bound shows that all terms together are below 1e-15 of p are passed over.
/// </remarks>
internal sealed class RankSumTail
{
    private const double StandardDeviations = 50;

    /// <summary>e^-36 is 2e-16.</summary>
    private const double Negligible = 36;
    private const long PointsAtOnce = 16;

    /// <summary>Fours of lone ranks whose bound is looked at together.</summary>
    private const int Batch = 16;

    /// <summary>The logarithm of the smallest double is above it.</summary>
    private const double Vanishing = -750;

    private const int Halvings = 100;

    /// <summary>Ranks that several differences share, and what is left over when the others are taken four at a time.</summary>
    private readonly (long Rank, int Count, double Share, double Peak)[] groups;

    /// <summary>Ranks of one difference each, four at a time.</summary>
    private readonly (Vector256<double> Rank, Vector256<double> Share, Vector256<double> Peak)[] single;

    private readonly double tilt;
    private readonly long points;
    private readonly long w;

    /// <summary>The logarithm of the first point's term.</summary>
    private readonly double first;

    private double sum;

    private RankSumTail(long w, double tilt, double first, (long Rank, int Count)[] ranks)
    {
        (this.w, this.tilt, this.first) = (w, tilt, first);
        var all = new (long Rank, int Count, double Share, double Peak)[ranks.Length];
        var variance = Math.Pow(2 * Math.Sinh(tilt / 2), -2);
        for (var i = 0; i < ranks.Length; i++)
        {
            // 1 / cosh² of half the angle, from the share itself.
            var (rank, share) = (ranks[i].Rank, Math.Exp(-tilt * ranks[i].Rank));
            var peak = 4 * share / ((1 + share) * (1 + share));
            all[i] = (rank, ranks[i].Count, share, peak);
            variance += ranks[i].Count * (double)rank * rank * peak / 4;
        }

        points = (2 * (long)(StandardDeviations * Math.Sqrt(variance) / 2)) + 101;

        var lone = all.Where(one => one.Count == 1).Chunk(Vector256<double>.Count).ToLookup(four => four.Length == Vector256<double>.Count);
        groups = [.. all.Where(one => one.Count > 1).Concat(lone[false].SelectMany(rest => rest)).OrderBy(one => one.Rank)];
        single = [.. lone[true].Select(four => (
            Vector256.Create([.. four.Select(one => (double)one.Rank)]), Vector256.Create([.. four.Select(one => one.Share)]), Vector256.Create([.. four.Select(one => one.Peak)])))];
    }

    /// <param name="w">From 0 to half of the sum of all ranks.</param>
    /// <param name="ranks">Each rank once, above 0 and ascending, with how many have it.</param>
    public static double Probability(long w, (long Rank, int Count)[] ranks)
    {
        if (w == 0)
        {
            return Math.Pow(2, -ranks.Sum(one => one.Count));
        }

        var tilt = SaddlePoint(w, ranks);
        var first = First(w, tilt, ranks);
        if (first < Vanishing)
        {
            return 0;
        }

        var tail = new RankSumTail(w, tilt, first, ranks);
        tail.Add(1, (tail.points - 1) / 2, Negligible + Math.Log(tail.points));
        return Math.Exp(tail.first - Math.Log(tail.points)) * (1 + (2 * tail.sum));
    }

    /// <summary>Where the first term is smallest, as the logarithm of the circle's radius: the tilted sum is then w on average.</summary>
    /// <remarks>Any circle will do, and the nearest one has the fewest terms: a thousandth of the radius is near enough.</remarks>
    private static double SaddlePoint(long w, (long Rank, int Count)[] ranks)
    {
        return Brent.TryFindRoot(logarithm => TooLarge(Math.Exp(logarithm)), Math.Log(1e-15), Math.Log(50), 1e-3, Halvings, out var root)
            ? Math.Exp(root)
            : throw new InvalidOperationException("The saddle point of the ranks was not found.");

        double TooLarge(double tilt) => Math.Log((Tilted(tilt, ranks) + (Math.Exp(-tilt) / OneMinusRadius(tilt))) / w);
    }

    /// <summary>The logarithm of the first point's term.</summary>
    private static double First(long w, double tilt, (long Rank, int Count)[] ranks)
    {
        var sum = (w * tilt) - Math.Log(OneMinusRadius(tilt));
        foreach (var (rank, count) in ranks)
        {
            sum += count * Math.Log((1 + Math.Exp(-tilt * rank)) / 2);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Tilted(double tilt, (long Rank, int Count)[] ranks)
    {
        var sum = 0.0;
        foreach (var (rank, count) in ranks)
        {
            // What is below the smallest double of the sum need not be computed.
            if (tilt * rank > 700)
            {
                break;
            }

            sum += count * rank / (1 + Math.Exp(tilt * rank));
        }

        return sum;
    }

    /// <summary>Adds the real parts of the points' terms, the first point's being 1.</summary>
    private void Add(long first, long last, double negligible)
    {
        if (first > last || IsNegligible(first, last, negligible))
        {
            return;
        }

        if (last - first < PointsAtOnce)
        {
            for (var point = first; point <= last; point++)
            {
                sum += Term(point);
            }

            return;
        }

        var middle = first + ((last - first) / 2);
        Add(first, middle, negligible);
        Add(middle + 1, last, negligible);
    }

    private bool IsNegligible(long first, long last, double negligible)
    {
        var (from, to) = (Math.PI * first / points, Math.PI * last / points);
        var size = 0.0;
        var widest = Array.FindLastIndex(groups, one => one.Rank * (to - from) < Math.PI / 2);
        for (var i = widest; i >= 0 && size > -negligible; i--)
        {
            var (rank, count, _, peak) = groups[i];
            if (Math.Ceiling(rank * from / Math.PI) * Math.PI > rank * to)
            {
                var sine = Math.Min(Math.Abs(Math.Sin(rank * from)), Math.Abs(Math.Sin(rank * to)));
                size += count * Math.Log(1 - (peak * sine * sine)) / 2;
            }
        }

        for (var i = Widest(to - from); i >= 0 && size > -negligible; i -= Batch)
        {
            size += Math.Log(Largest(i, from, to)) / 2;
        }

        return size <= -negligible;
    }

    /// <summary>The last four of lone ranks that turn by less than a quarter over a stretch; larger ones have no bound there.</summary>
    private int Widest(double stretch)
    {
        var (low, high) = (0, single.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = single[middle].Rank[Vector256<double>.Count - 1] * stretch < Math.PI / 2 ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>An upper bound of the squared size that some lone ranks give the terms between two angles; below the smallest double it is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Largest(int last, double from, double to)
    {
        var product = Vector256<double>.One;
        for (var i = last; i >= 0 && i > last - Batch; i--)
        {
            var (rank, _, peak) = single[i];
            var (low, high) = (rank * from, rank * to);
            var sine = Vector256.Min(Vector256.Abs(Vector256.Sin(low)), Vector256.Abs(Vector256.Sin(high)));
            var isBounded = Vector256.GreaterThan(Vector256.Ceiling(low / Math.PI) * Math.PI, high);
            product *= Vector256.ConditionalSelect(isBounded, Vector256<double>.One - (peak * sine * sine), Vector256<double>.One);
        }

        return product[0] * product[1] * product[2] * product[3];
    }

    /// <summary>Angles are reduced in whole numbers, so they are precise all around the circle.</summary>
    private double Term(long point)
    {
        var (size, angle) = (0.0, -Angle(w, point));
        foreach (var (rank, count, share, peak) in groups)
        {
            var half = Angle(rank, point) / 2;
            var (sine, cosine) = Math.SinCos(half);
            size += count * Math.Log(1 - (peak * sine * sine)) / 2;
            angle += count * Math.Atan2(2 * share * sine * cosine, 1 + share - (2 * share * sine * sine));
        }

        var lone = Lone(point);
        size += Math.Log(Math.Max(double.Epsilon, (lone.Real * lone.Real) + (lone.Imaginary * lone.Imaginary))) / 2;
        angle += Math.Atan2(lone.Imaginary, lone.Real);
        var radius = Math.Exp(-tilt);
        var turn = Math.Sin(Angle(1, point) / 2);
        var (real, imaginary) = (OneMinusRadius(tilt) + (2 * radius * turn * turn), -radius * Math.Sin(Angle(1, point)));
        return Math.Exp(size) * OneMinusRadius(tilt) / Math.Sqrt((real * real) + (imaginary * imaginary)) * Math.Cos(angle - Math.Atan2(imaginary, real));
    }

    /// <summary>The product of (1 + share z^rank) / (1 + share) over the lone ranks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Real, double Imaginary) Lone(long point)
    {
        var (real, imaginary) = (Vector256<double>.One, Vector256<double>.Zero);
        var (all, one) = (Vector256.Create((double)points), Vector256<double>.One);
        foreach (var (rank, share, _) in single)
        {
            // Whole numbers below 2^53: the product and what is left of it after whole turns are exact.
            var turned = rank * (double)point;
            var (sine, cosine) = Vector256.SinCos((turned - (Vector256.Floor(turned / all) * all)) * (2 * Math.PI / points));
            var (a, b) = ((one + (share * cosine)) / (one + share), share * sine / (one + share));
            (real, imaginary) = ((real * a) - (imaginary * b), (real * b) + (imaginary * a));
        }

        var (x, y) = (1.0, 0.0);
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
        {
            (x, y) = ((x * real[lane]) - (y * imaginary[lane]), (x * imaginary[lane]) + (y * real[lane]));
        }

        return (x, y);
    }

    /// <summary>1 - e^-tilt, also where the tilt is tiny.</summary>
    private static double OneMinusRadius(double tilt) => 2 * Math.Exp(-tilt / 2) * Math.Sinh(tilt / 2);

    private double Angle(long factor, long point) => 2 * Math.PI * (long)((Int128)factor * point % points) / points;
}
