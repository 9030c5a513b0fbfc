using System.Globalization;

namespace SscPipeline.Domain.Outcomes;

/// <summary>A value in canonical form: a number in the variable's canonical unit, a code or text, or a calendar date.</summary>
public readonly record struct OutcomeValue
{
    private static readonly object IsNumber = new();
    private static readonly object IsDate = new();

    /// <summary>The text itself, or which of the others it is. A field for each of the three takes nearly twice the room, and there are millions of these.</summary>
    private readonly object? content;

    /// <summary>Of a date, its day number.</summary>
    private readonly decimal number;

    private OutcomeValue(object content, decimal number) => (this.content, this.number) = (content, number);

    public decimal? Number => content == IsNumber ? number : null;

    public string? Text => content as string;

    public DateOnly? Date => content == IsDate ? DateOnly.FromDayNumber((int)number) : null;

    /// <summary>Trailing zeros carry no meaning here: 41.50 and 41.5 are the same value.</summary>
    public static OutcomeValue Of(decimal number) => new(IsNumber, HasTrailingZeros(number) ? number / 1.000000000000000000000000000000m : number);

    public static OutcomeValue Of(string text) => new(text, 0);

    public static OutcomeValue Of(DateOnly date) => new(IsDate, date.DayNumber);

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
