using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>The one or two rows of headings: the first with at least three known ones; with two, when it knows the subject and little
/// else stands there.</summary>
/// <param name="FirstRowIndex">Index into the sheet's rows.</param>
/// <param name="RowIndex">Of the last row of headings.</param>
internal sealed record HeaderRow(int FirstRowIndex, int RowIndex, int RowNumber, IReadOnlyList<Heading> Headings)
{
    /// <summary>Titles and notes above a table are not longer than this.</summary>
    private const int RowsLookedAt = 50;

    public static HeaderRow? Find(Sheet sheet, HeadingReader reader)
    {
        var topic = Topic(sheet.Name, reader);
        for (var i = 0; i < Math.Min(sheet.Rows.Length, RowsLookedAt); i++)
        {
            var row = sheet.Rows[i];
            var single = new HeaderRow(
                i, i, row.Number, [.. row.Cells.Where(IsText).Select(cell => WithTopic(reader.Read(row.Number, cell), topic, reader.Lexicon))]);
            if (TwoRowHeader.Read(sheet, single, reader) is { } pair && IsHeader(pair))
            {
                return new HeaderRow(i, i + 1, sheet.Rows[i + 1].Number, pair);
            }

            if (IsHeader(single.Headings))
            {
                return single;
            }

            topic ??= row.Cells.Count(IsText) == 1 ? Topic(row.Cells.First(IsText).Text!, reader) : null;
        }

        return null;
    }

    public static bool IsText(Cell cell) => cell.Kind == CellKind.Text && !string.IsNullOrWhiteSpace(cell.Text);

    public static bool IsHeader(IReadOnlyList<Heading> headings)
    {
        var known = headings
            .Where(heading => heading.IsKnown)
            .Select(heading => (heading.Meanings[0].Variable.Name, Visit: heading.Visit?.Text))
            .Distinct()
            .ToList();
        return known.Count >= 3 || (known.Count == 2 && known.Exists(heading => heading.Name == Variables.SubjectId) && headings.Count <= 4);
    }

    /// <summary>What a table is about whose columns are nothing but visits: the sheet's name, or a title of its own, is a measure.</summary>
    private static Heading? Topic(string text, HeadingReader reader) =>
        Heading.Read(0, 0, text, reader.Lexicon) is { Variable: { Role: VariableRole.Value, Tables: [RecordKind.Visit] } } topic ? topic : null;

    private static Heading WithTopic(Heading heading, Heading? topic, Lexicon lexicon) =>
        topic is not null && !heading.IsKnown && lexicon.Visits.Read(heading.Text) is { } visit
            ? topic with { Row = heading.Row, Column = heading.Column, Text = heading.Text, Visit = visit }
            : heading;
}
