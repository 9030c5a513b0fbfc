using MathNet.Numerics.Distributions;

namespace SscPipeline.Reporting.Statistics;

/// <summary>Student's t on paired differences.</summary>
internal static class PairedT
{
    /// <summary>Mean ± t(0.975, n - 1) SD / √n; null below two differences.</summary>
    public static Interval? Confidence95(Sample differences)
    {
        if (differences is not { Count: > 1, Mean: { } mean, Sd: { } sd })
        {
            return null;
        }

        return Confidence95(differences.Count, mean, sd);
    }

    public static Interval Confidence95(int n, double mean, double sd)
    {
        var half = StudentT.InvCDF(0, 1, n - 1, 0.975) * sd / Math.Sqrt(n);
        return new Interval(mean - half, mean + half);
    }

    /// <summary>Two-sided; null below two differences and when all are equal, where t does not exist.</summary>
    public static double? PValue(Sample differences)
    {
        if (differences is not { Count: > 1, Mean: { } mean, Sd: > 0 and var sd })
        {
            return null;
        }

        return PValue(differences.Count, mean, sd);
    }

    public static double PValue(int n, double mean, double sd) => 2 * StudentT.CDF(0, 1, n - 1, -Math.Abs(mean / (sd / Math.Sqrt(n))));
}
