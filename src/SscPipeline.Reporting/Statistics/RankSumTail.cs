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

    private readonly (long Rank, int Count, double Share, double Peak)[] groups;
    private readonly double tilt;
    private readonly long points;
    private readonly long w;
    private double sum;

    private RankSumTail(long w, IEnumerable<long> ranks)
    {
        this.w = w;
        (long Rank, int Count)[] counted = [.. ranks.CountBy(rank => rank).OrderBy(rank => rank.Key).Select(rank => (rank.Key, rank.Value))];
        tilt = SaddlePoint(w, counted);
        groups = [.. counted.Select(one => (one.Rank, one.Count, Math.Exp(-tilt * one.Rank), Math.Pow(Math.Cosh(tilt * one.Rank / 2), -2)))];
        var variance = groups.Sum(one => one.Count * (double)one.Rank * one.Rank * one.Peak / 4) + Math.Pow(2 * Math.Sinh(tilt / 2), -2);
        points = (2 * (long)(StandardDeviations * Math.Sqrt(variance) / 2)) + 101;
    }

    /// <param name="w">From 0 to half of the sum of all ranks.</param>
    /// <param name="ranks">Above 0, in any order.</param>
    public static double Probability(long w, IReadOnlyCollection<long> ranks)
    {
        if (w == 0)
        {
            return Math.Pow(2, -ranks.Count);
        }

        var tail = new RankSumTail(w, ranks);
        tail.Add(1, (tail.points - 1) / 2, Negligible + Math.Log(tail.points));
        var first = tail.groups.Sum(one => one.Count * Math.Log((1 + one.Share) / 2)) + (tail.w * tail.tilt) - Math.Log(OneMinusRadius(tail.tilt));
        return Math.Exp(first - Math.Log(tail.points)) * (1 + (2 * tail.sum));
    }

    /// <summary>Where the first term is smallest, as the logarithm of the circle's radius: the tilted sum is then w on average.</summary>
    private static double SaddlePoint(long w, (long Rank, int Count)[] ranks)
    {
        var (low, high) = (1e-15, 50.0);
        for (var step = 0; step < 60; step++)
        {
            var middle = Math.Sqrt(low * high);
            var mean = ranks.Sum(one => one.Count * one.Rank / (1 + Math.Exp(middle * one.Rank))) + (Math.Exp(-middle) / OneMinusRadius(middle));
            (low, high) = mean > w ? (middle, high) : (low, middle);
        }

        return high;
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

        return size <= -negligible;
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

        var radius = Math.Exp(-tilt);
        var turn = Math.Sin(Angle(1, point) / 2);
        var (real, imaginary) = (OneMinusRadius(tilt) + (2 * radius * turn * turn), -radius * Math.Sin(Angle(1, point)));
        return Math.Exp(size) * OneMinusRadius(tilt) / Math.Sqrt((real * real) + (imaginary * imaginary)) * Math.Cos(angle - Math.Atan2(imaginary, real));
    }

    /// <summary>1 - e^-tilt, also where the tilt is tiny.</summary>
    private static double OneMinusRadius(double tilt) => 2 * Math.Exp(-tilt / 2) * Math.Sinh(tilt / 2);

    private double Angle(long factor, long point) => 2 * Math.PI * (long)((Int128)factor * point % points) / points;
}
