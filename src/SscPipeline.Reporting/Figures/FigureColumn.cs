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

    private readonly long[] digits;

    public FigureColumn(int rows)
    {
        digits = new long[rows];
        Array.Fill(digits, None);
    }

    /// <param name="digits">By row; kept, not copied.</param>
    public FigureColumn(int scale, long[] digits) => (Scale, this.digits) = (scale, digits);

    /// <summary>Decimal places of all values.</summary>
    public int Scale { get; private set; }

    /// <summary>By row; <see cref="None"/> where there is no value.</summary>
    public ReadOnlySpan<long> Digits => digits;

    public decimal? Number(int row) => digits[row] == None ? null : Statistics.Digits.Number(digits[row], Scale);

    /// <exception cref="OverflowException">The value is above <see cref="Largest"/>.</exception>
    public void Set(int row, decimal number)
    {
        var rounded = number.Scale > MostPlaces ? Math.Round(number, MostPlaces, MidpointRounding.AwayFromZero) : number;
        while (Scale < rounded.Scale)
        {
            Widen();
        }

        digits[row] = Statistics.Digits.Of(rounded, Scale) ?? throw new OverflowException("A value is too large for a report's figures.");
    }

    private void Widen()
    {
        Scale++;
        for (var row = 0; row < digits.Length; row++)
        {
            digits[row] = digits[row] == None ? None : checked(digits[row] * 10);
        }
    }
}
