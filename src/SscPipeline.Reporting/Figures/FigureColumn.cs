namespace SscPipeline.Reporting.Figures;

/// <summary>The values of a variable at the visits of a site, as <see cref="Statistics.Digits"/> of one scale.</summary>
/// <remarks>Fourteen decimal places are kept: spreadsheets hold fifteen digits, and what a division leaves beyond them says nothing.</remarks>
internal sealed class FigureColumn
{
    /// <summary>No value.</summary>
    public const long None = long.MinValue;

    public const int MostPlaces = 14;

    /// <summary>The largest value with so many places; no variable of a report comes near it.</summary>
    public const decimal Largest = 92_233m;

    private readonly ReadOnlyMemory<byte> bytes;

    /// <summary>The bytes of a column that is still made; null of one that was kept.</summary>
    private readonly byte[]? open;

    /// <summary>To be filled.</summary>
    public FigureColumn(int rows)
    {
        bytes = open = new byte[rows * sizeof(long)];
        Width = sizeof(long);
        for (var row = 0; row < rows; row++)
        {
            Put(row, None);
        }
    }

    /// <summary>As it was kept: nothing is copied, and large studies have hundreds of megabytes of columns.</summary>
    /// <param name="bytes">See <see cref="ColumnDigits"/>.</param>
    public FigureColumn(int scale, int width, ReadOnlyMemory<byte> bytes) => (Scale, Width, this.bytes) = (scale, width, bytes);

    /// <summary>Decimal places of all values.</summary>
    public int Scale { get; private set; }

    /// <summary>Bytes of each value.</summary>
    public int Width { get; }

    /// <summary>By row.</summary>
    public ColumnDigits Digits => new(bytes.Span, Width);

    public decimal? Number(int row) => Digits[row] is not None and var digits ? Statistics.Digits.Number(digits, Scale) : null;

    /// <exception cref="OverflowException">The value is above <see cref="Largest"/>.</exception>
    /// <exception cref="InvalidOperationException">The column was kept.</exception>
    public void Set(int row, decimal number)
    {
        var rounded = number.Scale > MostPlaces ? Math.Round(number, MostPlaces, MidpointRounding.AwayFromZero) : number;
        while (Scale < rounded.Scale)
        {
            Widen();
        }

        Put(row, Statistics.Digits.Of(rounded, Scale) ?? throw new OverflowException("A value is too large for a report's figures."));
    }

    private void Widen()
    {
        Scale++;
        for (var row = 0; row < Digits.Length; row++)
        {
            if (Digits[row] is not None and var digits)
            {
                Put(row, checked(digits * 10));
            }
        }
    }

    private void Put(int row, long digits) =>
        ColumnDigits.Write(open ?? throw new InvalidOperationException("A column that was kept does not change."), Width, row, digits);
}
