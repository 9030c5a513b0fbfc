using System.Collections.Immutable;

namespace SscPipeline.Reporting.Statistics;

/// <summary>A confidence interval, both ends included.</summary>
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>[low, high], as contracts show it.</summary>
    public ImmutableArray<double> Ends => [Low, High];
}
