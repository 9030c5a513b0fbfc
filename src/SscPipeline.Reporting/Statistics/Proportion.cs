using MathNet.Numerics.Distributions;

namespace SscPipeline.Reporting.Statistics;

/// <summary>95 % confidence intervals of k of n.</summary>
internal static class Proportion
{
    private const double Z = 1.959963984540054;

    /// <summary>Wilson's score interval without continuity correction; null when n is 0.</summary>
    public static Interval? Wilson95(int k, int n)
    {
        if (n == 0)
        {
            return null;
        }

        var share = (double)k / n;
        var weight = 1 + (Z * Z / n);
        var centre = (share + (Z * Z / (2 * n))) / weight;
        var half = Z / weight * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4.0 * n * n)));
        return new Interval(k == 0 ? 0 : centre - half, k == n ? 1 : centre + half);
    }

    /// <summary>The exact interval of Clopper and Pearson; null when n is 0.</summary>
    public static Interval? ClopperPearson95(int k, int n) =>
        n == 0 ? null : new Interval(
            k == 0 ? 0 : Beta.InvCDF(k, n - k + 1, 0.025),
            k == n ? 1 : Beta.InvCDF(k + 1, n - k, 0.975));
}
