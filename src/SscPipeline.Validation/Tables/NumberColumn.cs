namespace SscPipeline.Validation.Tables;

/// <summary>Decimals of one column. Measured values have at most eight digits and seven decimals, and then take four bytes each; the first
/// that does not fit makes the column one of whole decimals.</summary>
internal sealed class NumberColumn(int length)
{
    private const int ScaleShift = 28;
    private const int MostScale = 7;
    private const uint Sign = 0x8000_0000;
    private const uint Mantissa = (1u << ScaleShift) - 1;

    private uint[] packed = new uint[length];
    private decimal[]? wide;

    public decimal this[int index]
    {
        get => wide is null ? Unpack(packed[index]) : wide[index];
        set
        {
            if (wide is null && Pack(value) is { } fits)
            {
                packed[index] = fits;
                return;
            }

            Widen()[index] = value;
        }
    }

    private decimal[] Widen()
    {
        if (wide is null)
        {
            wide = Array.ConvertAll(packed, Unpack);
            packed = [];
        }

        return wide;
    }

    private static decimal Unpack(uint value) =>
        new((int)(value & Mantissa), 0, 0, (value & Sign) != 0, (byte)((value >> ScaleShift) & MostScale));

    private static uint? Pack(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return bits[1] == 0 && bits[2] == 0 && (uint)bits[0] <= Mantissa && value.Scale <= MostScale
            ? (uint)bits[0] | ((uint)value.Scale << ScaleShift) | (decimal.IsNegative(value) ? Sign : 0)
            : null;
    }
}
