using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Recognising;
using SscPipeline.Validation.Tables;
using SscPipeline.Validation.Typing;

namespace SscPipeline.Validation.Identifiers;

/// <summary>Looks everywhere in a workbook for what identifies a person: all sheets, hidden or not, comments, properties, names, the
/// file's own name.</summary>
/// <remarks>A finding names place and class, never the value. A place is not quoted either where its own name identifies.</remarks>
internal sealed class IdentifierScan(Lexicon lexicon, DatePolicy dates, FindingLog log)
{
    /// <summary>Headings stand in the first rows; below, a word such as "name" is data.</summary>
    private const int RowsOfHeadings = 50;

    private readonly RecentTexts tests = new();

    public const string CalendarDate = "a calendar date, and this study accepts study days only";

    public void Run(string document, Workbook workbook, CancellationToken cancellationToken)
    {
        TestText(IssueDetail.Phrase("where", "The name of the file"), Path.GetFileNameWithoutExtension(document));
        foreach (var text in workbook.Texts)
        {
            var where = IssueDetail.Phrase("where", "The {place}", lexicon.Phrases.Recognise("place", Bare(text.Where)));
            TestText(where, text.Text);
            TestAuthor(where, IsOfAuthor(text.Where) ? text.Text : "");
        }

        foreach (var (index, sheet) in workbook.Sheets.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            TestText(IssueDetail.Phrase("where", "The name of a sheet"), sheet.Name);
            var named = ValueTest.Class(sheet.Name) is null ? sheet : sheet with { Name = $"sheet {Shown.Of(index + 1)}" };
            Scan(named, index, cancellationToken);
            foreach (var comment in sheet.Comments)
            {
                TestCell(named, index, comment.Address.Row, comment.Address.Column, ValueTest.Class(comment.Text) ?? ValueTest.Class(comment.Author));
            }
        }

        TestAuthor(IssueDetail.Phrase("where", "The author of a comment"), workbook.Sheets.SelectMany(sheet => sheet.Comments).Select(comment => comment.Author).FirstOrDefault(PersonName.IsLikely) ?? "");
    }

    private void Scan(Sheet sheet, int index, CancellationToken cancellationToken)
    {
        var birthColumns = new HashSet<int>();
        for (var i = 0; i < sheet.Rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = sheet.Rows[i];
            foreach (var cell in row.Cells)
            {
                if (i < RowsOfHeadings && cell.Kind == CellKind.Text && lexicon.IdentifierClass(cell.Text!) is { } heading && IsHeadingRow(row))
                {
                    TestHeading(sheet, index, row.Number, cell.Column, heading, birthColumns);
                }
                else if (Class(cell, birthColumns) is { } found)
                {
                    TestCell(sheet, index, row.Number, cell.Column, found);
                }
                else if (cell.Kind == CellKind.Text && tests.HasLongNumber(cell.Text!))
                {
                    log.Add(new Finding("SSC-089", new Place(index, sheet.Name, row.Number, cell.Column, null, null), []));
                }
            }
        }

        log.Examine(["SSC-089", "SSC-091", "SSC-092"], sheet.Rows.Length);
    }

    /// <summary>A year in a column of birth dates passes; a full date does not. Any other class rejects by its heading alone.</summary>
    private void TestHeading(Sheet sheet, int index, int row, int column, string found, HashSet<int> birthColumns)
    {
        if (found == Lexicon.BirthDate)
        {
            birthColumns.Add(column);
        }
        else
        {
            log.Add(new Finding("SSC-091", new Place(index, sheet.Name, row, column, null, null), [IssueDetail.Phrase("class", found)]));
        }
    }

    private string? Class(Cell cell, HashSet<int> birthColumns) => cell.Kind switch
    {
        CellKind.Text => tests.Class(cell.Text!) ?? (birthColumns.Contains(cell.Column) && !IsYear(cell.Text!) ? Lexicon.BirthDate : null) ?? (AreDatesIdentifiers && IsDate(cell.Text!) ? CalendarDate : null),
        CellKind.Number => ValueTest.Class(cell.Number)
            ?? (birthColumns.Contains(cell.Column) && cell.Number is < 1900 or > 2100 ? Lexicon.BirthDate : null)
            ?? (AreDatesIdentifiers && cell.Format.IsDate && cell.Number >= 1 ? CalendarDate : null),
        _ => null,
    };

    private bool AreDatesIdentifiers => dates == DatePolicy.StudyDayOnly;

    /// <summary>Eight digits alone may be a code; in a column of dates <see cref="CalendarDates"/> finds them.</summary>
    private static bool IsDate(string text) =>
        text.Length is >= 6 and <= 40 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0 && DateText.Read(TextForm.Clean(text)).Kind != DateTextKind.NotADate;

    private static bool IsYear(string text) => TextForm.Clean(text) is { Length: <= 5 };

    /// <summary>A heading has another one beside it; the word alone may be data.</summary>
    private bool IsHeadingRow(SheetRow row) =>
        row.Cells.All(cell => cell.Kind is CellKind.Text or CellKind.Blank)
        && row.Cells.Count(cell => cell.Kind == CellKind.Text && (lexicon.IdentifierClass(cell.Text!) is not null || Heading.Read(cell, lexicon).IsKnown)) >= 2;

    private void TestCell(Sheet sheet, int index, int row, int column, string? found)
    {
        if (found is not null)
        {
            log.Add(new Finding("SSC-092", new Place(index, sheet.Name, row, column, null, null), [IssueDetail.Phrase("class", found)]));
        }
    }

    private void TestText(IssueDetail where, string text)
    {
        log.Examine("SSC-093");
        if (ValueTest.Class(text) is { } found)
        {
            log.Add(Finding.OfFile("SSC-093", where, IssueDetail.Phrase("class", found)));
        }
    }

    private void TestAuthor(IssueDetail where, string author)
    {
        log.Examine("SSC-090", author.Length > 0 ? 1 : 0);
        if (PersonName.IsLikely(author))
        {
            log.Add(Finding.OfFile("SSC-090", where));
        }
    }

    private static bool IsOfAuthor(string where) =>
        where.StartsWith("user ", StringComparison.Ordinal)
        || Array.Exists(["creator", "author", "lastModifiedBy", "last author", "manager"], name => where.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase));

    /// <summary>Without the name in quotes where that identifies someone.</summary>
    private static string Bare(string where) =>
        ValueTest.Class(where) is null ? where : where[..Math.Max(where.IndexOf('"', StringComparison.Ordinal), 0)].TrimEnd() is { Length: > 0 } kind ? kind : "text outside the cells";
}
