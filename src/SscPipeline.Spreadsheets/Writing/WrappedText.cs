namespace SscPipeline.Spreadsheets;

/// <summary>How much room a text takes that goes on in the next line.</summary>
internal static class WrappedText
{
    private const int HighestRow = 409;

    /// <summary>Of letters of 11 points, in points.</summary>
    private const int LineHeight = 15;

    private const int UsualSize = 11;

    /// <summary>Letters of East Asian scripts are two wide; words that move to the next line cost about a tenth.</summary>
    /// <param name="width">In characters.</param>
    public static int Lines(string text, int width) =>
        text.Split('\n').Sum(line => 1 + (line.Sum(letter => letter >= '\u2E80' ? 2 : 1) * 10 / 9 / width));

    /// <summary>In points, not more than a row can have.</summary>
    public static int Height(int lines) => Math.Min(lines * LineHeight, HighestRow);

    /// <summary>In points; null for a row without wrapped texts.</summary>
    /// <param name="cells">The wrapped ones: text, width of the column in characters and size of the letters in points.</param>
    public static int? RowHeight(IEnumerable<(string Text, double Width, int Size)> cells)
    {
        var heights = cells.Select(cell => Height(Lines(cell.Text, Math.Max(1, (int)(cell.Width * UsualSize / cell.Size)))) * cell.Size / UsualSize).ToList();
        return heights.Count == 0 ? null : Math.Min(heights.Max(), HighestRow);
    }
}
