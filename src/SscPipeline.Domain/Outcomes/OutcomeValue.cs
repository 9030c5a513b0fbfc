using System.Globalization;

namespace SscPipeline.Domain.Outcomes;

/// <summary>A value in canonical form: a number in the variable's canonical unit, a code or text, or a calendar date.</summary>
public readonly record struct OutcomeValue
{
    private OutcomeValue(decimal? number, string? text, DateOnly? date) => (Number, Text, Date) = (number, text, date);

    public decimal? Number { get; }

    public string? Text { get; }

    public DateOnly? Date { get; }

    /// <summary>Trailing zeros carry no meaning here: 41.50 and 41.5 are the same value.</summary>
    public static OutcomeValue Of(decimal number) => new(HasTrailingZeros(number) ? number / 1.000000000000000000000000000000m : number, null, null);

    public static OutcomeValue Of(string text) => new(null, text, null);

    public static OutcomeValue Of(DateOnly date) => new(null, null, date);

    /// <summary>Invariant: <c>41.5</c>, <c>Y</c>, <c>2012-03-05</c>.</summary>
    public override string ToString() =>
        Number?.ToString(CultureInfo.InvariantCulture) ?? Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Text ?? "";

    /// <summary>True for many that have none, too. Dividing takes ten times as long as looking, and hardly any number needs it.</summary>
    private static bool HasTrailingZeros(decimal number)
    {
        if (number.Scale == 0)
        {
            return false;
        }

        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        return parts[2] != 0 || (((ulong)(uint)parts[1] << 32) | (uint)parts[0]) % 10 == 0;
    }
}
