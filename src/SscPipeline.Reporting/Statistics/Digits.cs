namespace SscPipeline.Reporting.Statistics;

/// <summary>Decimals as whole numbers of the same power of ten: half the room of a <see cref="decimal"/>, and quick to compare, to add and to sort.</summary>
internal static class Digits
{
    private const int MostPlaces = 18;

    private static readonly long[] Powers = [.. Enumerable.Range(0, MostPlaces + 1).Select(power => (long)Math.Pow(10, power))];

    /// <summary>The value times ten to the power of <paramref name="scale"/>.</summary>
    /// <param name="scale">At least the decimal places of the value.</param>
    /// <returns>Null when it is too large, or the scale above 18.</returns>
    public static long? Of(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var size = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[2] != 0 || scale > MostPlaces || size > (ulong)(long.MaxValue / Powers[scale - value.Scale]))
        {
            return null;
        }

        var digits = (long)size * Powers[scale - value.Scale];
        return bits[3] < 0 ? -digits : digits;
    }

    public static decimal Number(long digits, int scale)
    {
        var size = (ulong)Math.Abs(digits);
        return new decimal((int)size, (int)(size >> 32), 0, digits < 0, (byte)scale);
    }

    /// <param name="power">From 0 to 18.</param>
    public static long PowerOfTen(int power) => Powers[power];
}
