using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>Headings in two rows: visits above variables, variables above visits, or groups above variables.</summary>
internal sealed class TwoRowHeader
{
    private readonly Sheet sheet;
    private readonly SheetRow lower;
    private readonly HeadingReader reader;
    private readonly Dictionary<int, Heading> upper;
    private readonly Dictionary<int, Heading> above;
    private readonly bool visitsAbove;

    private TwoRowHeader(Sheet sheet, SheetRow lower, HeaderRow upperRow, HeadingReader reader)
    {
        (this.sheet, this.lower, this.reader) = (sheet, lower, reader);
        upper = upperRow.Headings.ToDictionary(heading => heading.Column);
        above = Above(upperRow.RowNumber);
        visitsAbove = upper.Values.Any(heading => VisitOf(heading) is { Time: not null });
    }

    /// <summary>Null when the row below is no row of headings, or the upper row says nothing that the lower one does not.</summary>
    public static List<Heading>? Read(Sheet sheet, HeaderRow upperRow, HeadingReader reader)
    {
        if (upperRow.Headings.Count == 0 || upperRow.RowIndex + 1 >= sheet.Rows.Length)
        {
            return null;
        }

        var lower = sheet.Rows[upperRow.RowIndex + 1];
        return lower.Number == upperRow.RowNumber + 1 && lower.Cells.All(cell => cell.Kind is CellKind.Text or CellKind.Blank)
            ? new TwoRowHeader(sheet, lower, upperRow, reader).Combine()
            : null;
    }

    private List<Heading>? Combine()
    {
        var headings = new List<Heading>();
        var (understood, combined, sent) = (0, 0, 0);
        foreach (var column in upper.Keys.Concat(lower.Cells.Where(HeaderRow.IsText).Select(cell => cell.Column)).Distinct().Order())
        {
            if (!HeaderRow.IsText(lower[column]))
            {
                headings.Add(upper[column]);
                continue;
            }

            sent++;
            var alone = reader.Read(lower.Number, lower[column]);
            if (alone.Text is [>= '0' and <= '9', ..] && reader.Lexicon.Visits.Read(alone.Text) is null)
            {
                return null;
            }

            var heading = Joined(alone, above.GetValueOrDefault(column));
            headings.Add(heading);
            understood += heading.IsKnown ? 1 : 0;
            combined += heading == alone ? 0 : 1;
        }

        var completes = upper.Values.Any(heading => heading.IsKnown && !HeaderRow.IsText(lower[heading.Column]));
        return understood >= 2 && understood * 2 > sent && (combined > 0 || completes) && !IsRowOfUnits() ? headings : null;
    }

    private Heading Joined(Heading alone, Heading? top)
    {
        if (top is null)
        {
            return alone;
        }

        if (visitsAbove && VisitOf(top) is { } visit)
        {
            return alone.IsKnown && alone.Visit is null && alone.Variable?.Name != Variables.SubjectId ? alone with { Visit = visit } : alone;
        }

        if (!alone.IsKnown && VisitOf(alone) is { } below && top is { IsKnown: true, Visit: null })
        {
            return top with { Row = alone.Row, Column = alone.Column, Text = alone.Text, Visit = below };
        }

        return !alone.IsKnown && reader.Read(alone.Row, alone.Column, $"{top.Text} {alone.Text}") is { IsKnown: true } both
            ? both with { Text = alone.Text }
            : alone;
    }

    private VisitMark? VisitOf(Heading heading) => heading.IsKnown ? null : reader.Lexicon.Visits.Read(heading.Text);

    /// <summary>Units below complete headings are read as such later.</summary>
    private bool IsRowOfUnits()
    {
        var texts = lower.Cells.Where(HeaderRow.IsText).ToList();
        return texts.TrueForAll(cell => upper.ContainsKey(cell.Column))
            && texts.Count(cell => reader.Lexicon.Units.IsUnit(TextForm.Clean(cell.Text!).Trim('(', ')', '[', ']'))) * 2 > texts.Count;
    }

    /// <summary>The upper heading of each column: as cells are merged, or, where none are, to the right up to the next one. A heading with
    /// nothing below it stands for its own column only.</summary>
    private Dictionary<int, Heading> Above(int row)
    {
        var filled = new Dictionary<int, Heading>(upper);
        var merged = sheet.Merged.Where(range => range.First.Row <= row && range.Last.Row >= row && range.Last.Column > range.First.Column).DistinctBy(range => range.First.Column).ToList();
        foreach (var range in merged.Where(range => upper.ContainsKey(range.First.Column)))
        {
            for (var column = range.First.Column; column <= Math.Min(range.Last.Column, range.First.Column + 500); column++)
            {
                filled[column] = upper[range.First.Column];
            }
        }

        if (merged.Count == 0)
        {
            foreach (var cell in lower.Cells.Where(HeaderRow.IsText))
            {
                var last = upper.Values.Where(heading => heading.Column <= cell.Column).MaxBy(heading => heading.Column);
                if (last is not null && HeaderRow.IsText(lower[last.Column]))
                {
                    filled[cell.Column] = last;
                }
            }
        }

        return filled;
    }
}
