using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Recognising;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>Which rows below the heading are data: not the blank ones, not summaries, not the heading once more, not a footnote.</summary>
internal static class DataRows
{
    public static SheetRow[] Of(SheetLayout layout, Lexicon lexicon, FindingLog log)
    {
        var kept = new List<SheetRow>(layout.Sheet.Rows.Length);
        var columns = layout.Columns.Select(column => column.Number).ToArray();
        var (text, isSummary) = ((string?)null, false);
        for (var i = layout.FirstDataRow; i < layout.Sheet.Rows.Length; i++)
        {
            var row = layout.Sheet.Rows[i];
            if (First(row) is not { } first)
            {
                continue;
            }

            if (!ReferenceEquals(first.Text, text))
            {
                (text, isSummary) = (first.Text, first.Kind == CellKind.Text && lexicon.IsSummaryWord(first.Text!));
            }

            log.Examine("SSC-014", layout.IsContinued ? 0 : 1);
            if (isSummary)
            {
                if (!layout.IsContinued)
                {
                    log.Add(Summary(layout, row, first));
                }
            }
            else if (IsData(layout, row, columns) && !IsHeadingAgain(layout, row))
            {
                kept.Add(row);
            }
        }

        return [.. kept];
    }

    private static Finding Summary(SheetLayout layout, SheetRow row, Cell first) => new(
        "SSC-014",
        new Place(layout.SheetIndex, layout.Sheet.Name, row.Number, first.Column, null, null),
        [("row", Shown.Of(row.Number)), ("value", TextForm.Clean(first.Text!))]);

    /// <summary>A subject alone is a row of a table of subjects; elsewhere, and as a sentence, it is a footnote.</summary>
    private static bool IsData(SheetLayout layout, SheetRow row, int[] columns) =>
        Array.Exists(columns, column => IsFilled(row[column]))
        || (layout.Kind == RecordKind.Subject && layout.SubjectColumn > 0 && CellText.Of(row[layout.SubjectColumn]) is { Length: > 0 and <= 20 });

    private static bool IsHeadingAgain(SheetLayout layout, SheetRow row) =>
        layout.Columns.Length > 0
        && layout.Columns.All(column => row[column.Number] is { Kind: CellKind.Text } cell && TextForm.Clean(cell.Text!) == column.Heading);

    private static Cell? First(SheetRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (IsFilled(cell))
            {
                return cell;
            }
        }

        return null;
    }

    private static bool IsFilled(Cell cell) =>
        cell.Kind != CellKind.Blank && (cell.Kind != CellKind.Text || !string.IsNullOrWhiteSpace(cell.Text));
}
