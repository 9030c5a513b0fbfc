using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>The row of headings: the first with at least three known ones; with two, when it knows the subject and little else stands
/// there.</summary>
internal sealed record HeaderRow(int RowIndex, int RowNumber, IReadOnlyList<Heading> Headings)
{
    /// <summary>Titles and notes above a table are not longer than this.</summary>
    private const int RowsLookedAt = 50;

    public static HeaderRow? Find(Sheet sheet, Lexicon lexicon)
    {
        for (var i = 0; i < Math.Min(sheet.Rows.Length, RowsLookedAt); i++)
        {
            var row = sheet.Rows[i];
            var headings = row.Cells
                .Where(cell => cell.Kind == CellKind.Text && !string.IsNullOrWhiteSpace(cell.Text))
                .Select(cell => Heading.Read(cell, lexicon))
                .ToList();
            if (IsHeader(headings))
            {
                return new HeaderRow(i, row.Number, headings);
            }
        }

        return null;
    }

    private static bool IsHeader(List<Heading> headings)
    {
        var known = headings.Where(heading => heading.IsKnown).Select(heading => heading.Meanings[0].Variable.Name).Distinct().ToList();
        return known.Count >= 3 || (known.Count == 2 && known.Contains(Variables.SubjectId) && headings.Count <= 4);
    }
}
