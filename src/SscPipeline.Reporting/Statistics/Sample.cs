namespace SscPipeline.Reporting.Statistics;

/// <summary>Measured values and what describes them. Values are sorted first, so no figure depends on the order of reading.</summary>
/// <remarks>Sums and quartiles are exact decimals; only squares and roots are taken in floating point.</remarks>
internal sealed class Sample
{
    private readonly ArraySegment<long> digits;
    private readonly int scale;

    /// <summary>What does not fit into <see cref="Digits"/>; null when all does.</summary>
    private readonly decimal[]? exact;

    private readonly decimal mean;

    public Sample(IEnumerable<decimal> values)
    {
        decimal[] all = [.. values];
        scale = all.Length == 0 ? 0 : all.Max(value => value.Scale);
        digits = new long[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            if (Digits.Of(all[i], scale) is not { } fitting)
            {
                exact = all;
                break;
            }

            digits[i] = fitting;
        }

        exact?.AsSpan().Sort();
        (mean, Sd) = Sorted();
    }

    /// <param name="digits">Sorted here, and to be left alone for as long as the sample is in use: large studies have thousands of samples, and a buffer serves many.</param>
    /// <param name="scale">Decimal places of the values.</param>
    public Sample(ArraySegment<long> digits, int scale)
    {
        (this.digits, this.scale) = (digits, scale);
        (mean, Sd) = Sorted();
    }

    public int Count => digits.Count;

    public double? Mean => Count == 0 ? null : Double(mean);

    /// <summary>Divided by n - 1; null below two values, exactly 0 when all are equal.</summary>
    public double? Sd { get; }

    public double? Median => Quantile(0.5m);

    public double? Q1 => Quantile(0.25m);

    public double? Q3 => Quantile(0.75m);

    public double? Min => Count == 0 ? null : Double(this[0]);

    public double? Max => Count == 0 ? null : Double(this[Count - 1]);

    /// <summary>Exact.</summary>
    public decimal Sum => exact is not null ? exact.Sum() : (decimal)SumOfDigits() / Digits.PowerOfTen(scale);

    /// <summary>The value at a place in ascending order.</summary>
    public decimal this[int place] => exact is not null ? exact[place] : Digits.Number(digits[place], scale);

    /// <summary>How many values, rounded as <see cref="Precision"/> rounds, are below this one.</summary>
    public int CountBelow(decimal limit) => CountWhile(value => value < limit);

    /// <summary>The same of those that are at most this one.</summary>
    public int CountUpTo(decimal limit) => CountWhile(value => value <= limit);

    /// <summary>The values in ascending order, as whole numbers of one size that are rounded as <see cref="Precision"/> rounds.</summary>
    public void CopyRoundedTo(Span<long> rounded)
    {
        if (exact is not null)
        {
            for (var i = 0; i < exact.Length; i++)
            {
                rounded[i] = (long)(Precision.Rounded(exact[i]) * Digits.PowerOfTen(Precision.Places));
            }

            return;
        }

        digits.AsSpan().CopyTo(rounded);
        if (scale > Precision.Places)
        {
            Round(rounded[..Count], Digits.PowerOfTen(scale - Precision.Places));
        }
    }

    /// <summary>Without trailing zeros, with which many digits would be converted, and the last of them not exactly.</summary>
    private static double Double(decimal value) => (double)(value / 1.000000000000000000000000000000m);

    /// <summary>Away from zero, as decimals are rounded.</summary>
    private static void Round(Span<long> numbers, long unit)
    {
        foreach (ref var number in numbers)
        {
            var (whole, rest) = Math.DivRem(number, unit);
            number = whole + (Math.Abs(rest) >= unit - Math.Abs(rest) ? Math.Sign(rest) : 0);
        }
    }

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
        return Double(this[below] + ((position - below) * (this[above] - this[below])));
    }

    private (decimal Mean, double? Sd) Sorted()
    {
        if (exact is null)
        {
            LongSort.Ascending(digits);
        }

        var mean = Count == 0 ? 0 : Sum / Count;
        return (mean, Count < 2 ? null : StandardDeviation(mean));
    }

    /// <param name="isBefore">True of the smallest ones and of no other.</param>
    private int CountWhile(Func<decimal, bool> isBefore)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isBefore(Precision.Rounded(this[middle])) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private Int128 SumOfDigits()
    {
        Int128 sum = 0;
        foreach (var one in digits.AsSpan())
        {
            sum += one;
        }

        return sum;
    }

    private double StandardDeviation(decimal mean)
    {
        if (this[0] == this[Count - 1])
        {
            return 0;
        }

        // Equal values stand side by side: their square is taken once, and added as often as before.
        var (squares, square) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            if (i == 0 || !IsSame(i, i - 1))
            {
                var deviation = (double)(this[i] - mean);
                square = deviation * deviation;
            }

            squares += square;
        }

        return Math.Sqrt(squares / (Count - 1));
    }

    private bool IsSame(int place, int other) => exact is not null ? exact[place] == exact[other] : digits[place] == digits[other];
}
