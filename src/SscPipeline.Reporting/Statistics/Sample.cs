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
        Sort(ordered);
        sorted = ImmutableCollectionsMarshal.AsImmutableArray(ordered);
        mean = sorted.IsEmpty ? 0 : Sum() / sorted.Length;
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

    /// <summary>As whole numbers where they fit: decimals are compared one digit group at a time.</summary>
    private static void Sort(decimal[] values)
    {
        var keys = new long[values.Length];
        var scale = 0;
        foreach (var value in values)
        {
            scale = Math.Max(scale, value.Scale);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Scaled(values[i], scale) is not { } key)
            {
                Array.Sort(values);
                return;
            }

            keys[i] = key;
        }

        Array.Sort(keys, values);
    }

    /// <summary>Null when it is too large.</summary>
    private static long? Scaled(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var key = (long)((ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        if (bits[2] != 0 || key < 0)
        {
            return null;
        }

        for (var digits = value.Scale; digits < scale; digits++)
        {
            if (key > long.MaxValue / 10)
            {
                return null;
            }

            key *= 10;
        }

        return bits[3] < 0 ? -key : key;
    }

    private decimal Sum()
    {
        var sum = 0m;
        foreach (var value in sorted)
        {
            sum += value;
        }

        return sum;
    }

    private double StandardDeviation()
    {
        if (sorted[0] == sorted[^1])
        {
            return 0;
        }

        // Equal values stand side by side: their square is taken once, and added as often as before.
        var (squares, square) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                var deviation = (double)(sorted[i] - mean);
                square = deviation * deviation;
            }

            squares += square;
        }

        return Math.Sqrt(squares / (sorted.Length - 1));
    }
}
