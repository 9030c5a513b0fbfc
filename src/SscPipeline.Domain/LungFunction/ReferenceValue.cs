namespace SscPipeline.Domain.LungFunction;

/// <summary>Skewness, median and variation of a healthy person's value (the LMS method).</summary>
/// <param name="L">Never 0 in the published sets.</param>
/// <param name="M">The predicted value, in the parameter's unit.</param>
/// <param name="S">Coefficient of variation, a fraction.</param>
public readonly record struct ReferenceValue(double L, double M, double S)
{
    /// <summary>z of the 5th and 95th percentile.</summary>
    private const double LimitZ = 1.645;

    public double LowerLimit => Limit(-LimitZ);

    public double UpperLimit => Limit(LimitZ);

    public double PercentPredicted(double measured) => 100 * measured / M;

    public double ZScore(double measured) => (Math.Pow(measured / M, L) - 1) / (L * S);

    private double Limit(double z) => M * Math.Pow(1 + (z * L * S), 1 / L);
}
