using System.Collections.Immutable;
using System.Globalization;

namespace SscPipeline.Validation.Dictionary;

/// <param name="Where">For messages about a broken catalogue.</param>
internal sealed record CsvLine(string Where, IReadOnlyDictionary<string, int> Columns, string[] Cells)
{
    /// <exception cref="InvalidOperationException">There is no such column.</exception>
    public string this[string column] =>
        Columns.TryGetValue(column, out var index) ? Cells[index] : throw Broken($"there is no column '{column}'");

    public ImmutableArray<string> List(string column) => [.. this[column].Split('|', StringSplitOptions.RemoveEmptyEntries)];

    /// <exception cref="InvalidOperationException">The cell holds none of the names of <typeparamref name="TEnum"/>.</exception>
    public TEnum Choice<TEnum>(string column)
        where TEnum : struct, Enum => Choice<TEnum>(column, this[column]);

    public TEnum Choice<TEnum>(string column, string text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw Broken($"{column} is '{text}', not one of {string.Join(", ", Enum.GetNames<TEnum>())}");

    /// <summary>A number, or the day number of a date written as year-month-day; null for an empty cell.</summary>
    public decimal? Number(string column) => this[column] switch
    {
        "" => null,
        var text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date.DayNumber,
        var text => throw Broken($"{column} is '{text}', neither number nor date"),
    };

    public InvalidOperationException Broken(string what) => new($"{Where}: {what}.");
}
