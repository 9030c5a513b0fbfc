using System.Buffers;

namespace SscPipeline.Reporting.Statistics;

/// <summary>Measured values and what describes them. Values are sorted first, so no figure depends on the order of reading.</summary>
/// <remarks>Sums and quartiles are exact decimals; only squares and roots are taken in floating point.</remarks>
internal sealed class Sample
{
    private readonly ArraySegment<decimal> sorted;
    private readonly decimal mean;

    public Sample(IEnumerable<decimal> values)
        : this((decimal[])[.. values])
    {
    }

    /// <param name="values">Sorted here, and to be left alone for as long as the sample is in use: large studies have thousands of samples, and a buffer serves many.</param>
    public Sample(ArraySegment<decimal> values)
    {
        Sort(values);
        sorted = values;
        mean = Count == 0 ? 0 : Sum() / Count;
        Sd = Count < 2 ? null : StandardDeviation();
    }

    public int Count => sorted.Count;

    public double? Mean => Count == 0 ? null : (double)mean;

    /// <summary>Divided by n - 1; null below two values, exactly 0 when all are equal.</summary>
    public double? Sd { get; }

    public double? Median => Quantile(0.5m);

    public double? Q1 => Quantile(0.25m);

    public double? Q3 => Quantile(0.75m);

    public double? Min => Count == 0 ? null : (double)sorted[0];

    public double? Max => Count == 0 ? null : (double)sorted[^1];

    /// <summary>In ascending order.</summary>
    public ArraySegment<decimal> Values => sorted;

    /// <summary>Type 7 of Hyndman and Fan, the same as QUARTILE.INC of Excel.</summary>
    private double? Quantile(decimal share)
    {
        if (Count == 0)
        {
            return null;
        }

        var position = (Count - 1) * share;
        var below = (int)decimal.Floor(position);
        var above = Math.Min(below + 1, Count - 1);
        return (double)(sorted[below] + ((position - below) * (sorted[above] - sorted[below])));
    }

    /// <summary>As whole numbers where they fit: decimals are compared one digit group at a time.</summary>
    private static void Sort(Span<decimal> values)
    {
        var keys = ArrayPool<long>.Shared.Rent(values.Length);
        if (AreScaled(values, keys) is { } scale)
        {
            LongSort.Ascending(keys.AsSpan(0, values.Length));
            for (var i = 0; i < values.Length; i++)
            {
                var size = (ulong)Math.Abs(keys[i]);
                values[i] = new decimal((int)size, (int)(size >> 32), 0, keys[i] < 0, scale);
            }
        }
        else
        {
            values.Sort();
        }

        ArrayPool<long>.Shared.Return(keys);
    }

    /// <returns>The scale of all of them; null when one is too large.</returns>
    private static byte? AreScaled(ReadOnlySpan<decimal> values, long[] keys)
    {
        byte scale = 0;
        foreach (var value in values)
        {
            scale = Math.Max(scale, value.Scale);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Scaled(values[i], scale) is not { } key)
            {
                return null;
            }

            keys[i] = key;
        }

        return scale;
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
        foreach (var value in sorted.AsSpan())
        {
            sum += value;
        }

        return sum;
    }

    private double StandardDeviation()
    {
        var sorted = this.sorted.AsSpan();
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
