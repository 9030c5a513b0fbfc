using System.Globalization;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>How a workbook that was made from our template is known again, whatever program saved it in between: in the first row of its
/// instructions and of its lists, which is not shown. These sheets hold no data of the site.</summary>
public static class TemplateMark
{
    private const string Word = "_ssc_template";
    private static readonly CellAddress s_word = new(1, 1);
    private static readonly CellAddress s_mark = new(1, 2);

    /// <summary>The first row of such a sheet.</summary>
    public static IReadOnlyList<DraftCell> Row(string mark) => [Word, mark];

    internal static bool IsOn(Sheet sheet) => sheet.Cell(s_word) is { Kind: CellKind.Text, Text: Word };

    /// <summary>Null on any other sheet; empty when somebody has deleted it.</summary>
    internal static string? Read(Sheet sheet) => IsOn(sheet) ? sheet.Cell(s_mark).Text ?? "" : null;

    /// <summary>Everything on the sheet, as texts outside the cells: what somebody typed there may identify a person.</summary>
    internal static IEnumerable<WorkbookText> Texts(Sheet sheet)
    {
        var cells =
            from row in sheet.Rows
            where row.Number > 1
            from cell in row.Cells
            let text = cell.Kind == CellKind.Number ? cell.Number.ToString("R", CultureInfo.InvariantCulture) : cell.Text
            where text is not null
            select new WorkbookText($"{sheet.Name}!{new CellAddress(row.Number, cell.Column)}", text);
        return cells.Concat(sheet.Comments.Select(comment => new WorkbookText($"comment at {sheet.Name}!{comment.Address}", comment.Text)));
    }
}
