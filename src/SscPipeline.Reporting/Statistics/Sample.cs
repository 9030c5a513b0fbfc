using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SscPipeline.Reporting.Statistics;

/// <summary>Measured values and what describes them. Values are sorted first, so no figure depends on the order of reading.</summary>
/// <remarks>Sums and quartiles are exact decimals; only squares and roots are taken in floating point.</remarks>
internal sealed class Sample
{
    private readonly ImmutableArray<decimal> sorted;
    private readonly decimal mean;

    public Sample(IEnumerable<decimal> values)
    {
        decimal[] ordered = [.. values];
        Array.Sort(ordered);
        sorted = ImmutableCollectionsMarshal.AsImmutableArray(ordered);
        mean = sorted.IsEmpty ? 0 : sorted.Sum() / sorted.Length;
        Sd = sorted.Length < 2 ? null : StandardDeviation();
    }

    public int Count => sorted.Length;

    public double? Mean => sorted.IsEmpty ? null : (double)mean;

    /// <summary>Divided by n - 1; null below two values, exactly 0 when all are equal.</summary>
    public double? Sd { get; }

    public double? Median => Quantile(0.5m);

    public double? Q1 => Quantile(0.25m);

    public double? Q3 => Quantile(0.75m);

    public double? Min => sorted.IsEmpty ? null : (double)sorted[0];

    public double? Max => sorted.IsEmpty ? null : (double)sorted[^1];

    public ImmutableArray<decimal> Values => sorted;

    /// <summary>Type 7 of Hyndman and Fan, the same as QUARTILE.INC of Excel.</summary>
    private double? Quantile(decimal share)
    {
        if (sorted.IsEmpty)
        {
            return null;
        }

        var position = (sorted.Length - 1) * share;
        var below = (int)decimal.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return (double)(sorted[below] + ((position - below) * (sorted[above] - sorted[below])));
    }

    private double StandardDeviation()
    {
        if (sorted[0] == sorted[^1])
        {
            return 0;
        }

        var squares = 0.0;
        foreach (var value in sorted)
        {
            var deviation = (double)(value - mean);
            squares += deviation * deviation;
        }

        return Math.Sqrt(squares / (sorted.Length - 1));
    }
}
