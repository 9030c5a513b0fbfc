using System.Globalization;

namespace SscPipeline.Domain.Workbooks;

/// <summary>A place in a sheet as Excel shows it, such as <c>T14</c>. Both numbers start at 1.</summary>
public readonly record struct CellAddress(int Row, int Column) : IComparable<CellAddress>
{
    /// <summary>The last column that Excel knows, <c>XFD</c>.</summary>
    public const int MaxColumn = 16_384;

    /// <summary>The last row that Excel knows.</summary>
    public const int MaxRow = 1_048_576;

    /// <summary>The nearest place that a sheet has; damaged files name others.</summary>
    public CellAddress OnSheet => new(Math.Clamp(Row, 1, MaxRow), Math.Clamp(Column, 1, MaxColumn));

    /// <summary>Column letters: 1 is <c>A</c>, 27 is <c>AA</c>.</summary>
    public static string ColumnName(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Span<char> letters = stackalloc char[8];
        var start = letters.Length;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--start] = (char)('A' + ((rest - 1) % 26));
        }

        return letters[start..].ToString();
    }

    /// <summary>Reads <c>T14</c> or <c>$T$14</c>; null for anything else.</summary>
    public static CellAddress? TryParse(ReadOnlySpan<char> text)
    {
        var column = 0;
        var at = text is ['$', ..] ? 1 : 0;
        while (at < text.Length && char.IsAsciiLetter(text[at]) && column <= MaxColumn)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A' + 1);
            at++;
        }

        if (at < text.Length && text[at] == '$')
        {
            at++;
        }

        return column is > 0 and <= MaxColumn
            && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? new CellAddress(row, column)
            : null;
    }

    public int CompareTo(CellAddress other) => (Row, Column).CompareTo((other.Row, other.Column));

    public static bool operator <(CellAddress left, CellAddress right) => left.CompareTo(right) < 0;

    public static bool operator >(CellAddress left, CellAddress right) => left.CompareTo(right) > 0;

    public static bool operator <=(CellAddress left, CellAddress right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CellAddress left, CellAddress right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");
}
