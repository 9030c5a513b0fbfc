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

        var half = StudentT.InvCDF(0, 1, differences.Count - 1, 0.975) * sd / Math.Sqrt(differences.Count);
        return new Interval(mean - half, mean + half);
    }

    /// <summary>Two-sided; null below two differences and when all are equal, where t does not exist.</summary>
    public static double? PValue(Sample differences)
    {
        if (differences is not { Count: > 1, Mean: { } mean, Sd: > 0 and var sd })
        {
            return null;
        }

        var t = mean / (sd / Math.Sqrt(differences.Count));
        return 2 * StudentT.CDF(0, 1, differences.Count - 1, -Math.Abs(t));
    }
}
