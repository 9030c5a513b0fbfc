using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Spreadsheets;

namespace SscPipeline.Workflows.Tests;

/// <summary>Workbooks from lines of text: what looks like a number is stored as one.</summary>
internal static class Books
{
    /// <param name="sheets">Each with its rows, a line each, cells parted by <c>|</c>.</param>
    public static byte[] Of(params IEnumerable<(string Name, string Lines)> sheets)
    {
        using var book = new MemoryStream();
        WorkbookWriter.Write(book, [.. sheets.Select(sheet => new DraftSheet(sheet.Name, Rows(sheet.Lines)))]);
        return book.ToArray();
    }

    private static ImmutableArray<ImmutableArray<DraftCell>> Rows(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|').Select(Cell).ToImmutableArray())];

    private static DraftCell Cell(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : text.Length == 0 ? default
        : text;
}
