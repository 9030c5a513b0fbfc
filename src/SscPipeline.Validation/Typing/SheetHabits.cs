using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Recognising;

namespace SscPipeline.Validation.Typing;

/// <summary>How a sheet writes its numbers and dates; decided once for all of its cells.</summary>
/// <param name="CommaIsDecimal">Some cell looks like <c>2,85</c> and none like <c>2.85</c>.</param>
internal sealed record SheetHabits(bool CommaIsDecimal, bool Uses1904Dates)
{
    public static SheetHabits Of(SheetLayout layout, bool uses1904Dates)
    {
        var numeric = layout.SheetColumns.Where(column => column.Variable.IsNumber).Select(column => column.Number).ToList();
        var (comma, point) = (false, false);
        for (var i = layout.FirstDataRow; i < layout.Sheet.Rows.Length && !point; i++)
        {
            var row = layout.Sheet.Rows[i];
            foreach (var column in numeric)
            {
                if (row[column] is { Kind: CellKind.Text, Text: { } text })
                {
                    comma |= text.AsSpan().ContainsAny(',', '，') && IsDecimal(text, ',', maxDecimals: 2);
                    point |= text.AsSpan().ContainsAny('.', '．') && IsDecimal(text, '.', maxDecimals: int.MaxValue);
                }
            }
        }

        return new SheetHabits(comma && !point, uses1904Dates);
    }

    /// <summary>Digits, the separator once, and one to <paramref name="maxDecimals"/> digits.</summary>
    private static bool IsDecimal(string text, char separator, int maxDecimals)
    {
        var clean = TextForm.Clean(text);
        var at = clean.IndexOf(separator, StringComparison.Ordinal);
        return at > 0
            && clean.AsSpan(0, at).TrimStart("<>≤≥= -+").ContainsAnyExceptInRange('0', '9') == false
            && clean.AsSpan(at + 1).TrimEnd(" HL*↑↓%") is { Length: > 0 } decimals
            && decimals.Length <= maxDecimals
            && !decimals.ContainsAnyExceptInRange('0', '9');
    }
}
