using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>How we know our own marks again in a workbook that comes back, whatever program saved it in between.</summary>
internal static class OwnMarks
{
    /// <summary>A defined name that points at our sheet, and the text of that sheet's cell A1, whose row is hidden.</summary>
    public const string SheetMark = "_ssc_annotated";

    /// <summary>Columns that we write in our sheet.</summary>
    public const int SheetColumns = 7;

    public const string CommentStart = "[ssc] ";
    public const string CommentEnd = " [/ssc]";

    private static readonly CellAddress s_first = new(1, 1);

    public static bool IsOurs(Sheet sheet) => sheet.Cell(s_first) is { Kind: CellKind.Text, Text: SheetMark };

    /// <summary>The workbook as its sender means it. What somebody typed beside our list is kept as a text outside the cells.</summary>
    public static Workbook LeaveOut(Workbook workbook)
    {
        var ours = workbook.Sheets.Where(IsOurs).ToList();
        return workbook with
        {
            Template = workbook.Sheets.Select(TemplateMark.Read).FirstOrDefault(mark => mark is not null),
            Sheets = [.. workbook.Sheets.Where(sheet => !IsOurs(sheet) && !TemplateMark.IsOn(sheet)).Select(WithoutComments)],
            Texts = [.. workbook.Texts.Where(text => !text.Where.StartsWith($"defined name \"{SheetMark}", StringComparison.Ordinal)), .. ours.SelectMany(Additions), .. workbook.Sheets.Where(TemplateMark.IsOn).SelectMany(TemplateMark.Texts)],
        };
    }

    /// <summary>Where our part of a comment stands, with the line break before it; null when there is none or its end was typed away.</summary>
    public static (int Start, int Length)? Find(string comment)
    {
        var start = comment.IndexOf(CommentStart, StringComparison.Ordinal);
        var end = start < 0 ? -1 : comment.IndexOf(CommentEnd, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var from = start > 0 && comment[start - 1] == '\n' ? start - 1 : start;
        return (from, end + CommentEnd.Length - from);
    }

    /// <summary>Makes sure that no text between our marks looks like one.</summary>
    public static string Wrap(string text) =>
        CommentStart + text.Replace("[/ssc]", "[/ ssc]", StringComparison.Ordinal) + CommentEnd;

    private static Sheet WithoutComments(Sheet sheet) => sheet.Comments.Any(comment => Find(comment.Text) is not null)
        ? sheet with { Comments = [.. sheet.Comments.Select(Without).Where(comment => comment.Text.Length > 0)] }
        : sheet;

    private static SheetComment Without(SheetComment comment) =>
        Find(comment.Text) is { } mark ? comment with { Text = comment.Text.Remove(mark.Start, mark.Length) } : comment;

    private static IEnumerable<WorkbookText> Additions(Sheet sheet) =>
        from row in sheet.Rows
        from cell in row.Cells
        where cell is { Kind: CellKind.Text, Column: > SheetColumns }
        select new WorkbookText($"{sheet.Name}!{new CellAddress(row.Number, cell.Column)}", cell.Text!);
}
