using MathNet.Numerics.Distributions;

namespace SscPipeline.Reporting.Statistics;

/// <summary>The rate of events that happen one by one.</summary>
internal static class PoissonRate
{
    /// <summary>The exact 95 % interval (Garwood) of the expected number of events where <paramref name="events"/> were seen.</summary>
    public static Interval Confidence95(int events) => new(
        events == 0 ? 0 : Quantile(events, 0.025),
        Quantile(events + 1, 0.975));

    /// <summary>Of the gamma distribution with this shape and rate 1. The library's inverse is good to 1e-8; Newton's step does the rest.</summary>
    private static double Quantile(int shape, double p)
    {
        var x = Gamma.InvCDF(shape, 1, p);
        for (var step = 0; step < 3; step++)
        {
            x -= (Gamma.CDF(shape, 1, x) - p) / Gamma.PDF(shape, 1, x);
        }

        return x;
    }
}
