namespace SscPipeline.Validation.Tables;

/// <summary>Decimals of one column as multiples of their smallest digit. Measured values then take one or two bytes each, and never more than four;
/// the first that does not fit makes the column one of whole decimals.</summary>
/// <remarks>What is read has the scale of the column: 3 comes back as 3.00 beside 2.85, the same number.</remarks>
internal sealed class NumberColumn(int length)
{
    private const int MostScale = 7;

    private static readonly int[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    private IntColumn? multiples = new(length);
    private decimal[]? wide;
    private byte scale;

    public decimal this[int index]
    {
        get => multiples is not null ? Of(multiples[index]) : wide![index];
        set
        {
            if (multiples is not null && value.Scale > scale)
            {
                Rescale(value.Scale);
            }

            if (multiples is not null && Multiple(value) is { } multiple)
            {
                multiples[index] = multiple;
                return;
            }

            Widen()[index] = value;
        }
    }

    private decimal Of(int multiple) => new(Math.Abs(multiple), 0, 0, multiple < 0, scale);

    /// <summary>Null when it does not fit.</summary>
    private int? Multiple(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var multiple = (long)(uint)bits[0] * Powers[scale - value.Scale];
        return bits[1] == 0 && bits[2] == 0 && multiple <= int.MaxValue ? (int)(decimal.IsNegative(value) ? -multiple : multiple) : null;
    }

    private void Rescale(byte finer)
    {
        var factor = finer <= MostScale ? Powers[finer - scale] : 0;
        for (var i = 0; i < multiples!.Length; i++)
        {
            if (factor == 0 || Math.Abs((long)multiples[i]) * factor > int.MaxValue)
            {
                Widen();
                return;
            }
        }

        for (var i = 0; i < multiples.Length; i++)
        {
            multiples[i] *= factor;
        }

        scale = finer;
    }

    private decimal[] Widen()
    {
        if (multiples is not null)
        {
            wide = new decimal[multiples.Length];
            for (var i = 0; i < wide.Length; i++)
            {
                wide[i] = Of(multiples[i]);
            }

            multiples = null;
        }

        return wide!;
    }
}
