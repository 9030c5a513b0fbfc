using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>What stands around a table and is about all of its rows: a visit as the sheet's name or in a title, a subject in a
/// title.</summary>
internal sealed record SheetSurroundings(VisitTime? Visit, string? Subject)
{
    private const int LongestSubject = 30;

    public static SheetSurroundings Of(Sheet sheet, HeaderRow header, Lexicon lexicon)
    {
        var visit = OfName(sheet.Name, lexicon);
        string? subject = null;
        foreach (var row in sheet.Rows.Take(header.FirstRowIndex))
        {
            var texts = row.Cells.Where(cell => cell.Kind is CellKind.Text or CellKind.Number).Select(Typing.CellText.Of).Where(text => text.Length > 0).ToArray();
            foreach (var (label, value) in Labelled(texts))
            {
                var variable = Heading.Read(0, 0, label, lexicon).Variable?.Name;
                subject ??= variable == Variables.SubjectId && value.Length <= LongestSubject ? value : null;
                visit ??= variable is Variables.VisitLabel or Variables.VisitMonth ? lexicon.Visits.Time(value) : null;
            }

            visit ??= texts is [var title] ? lexicon.Visits.Time(title) : null;
        }

        return new SheetSurroundings(visit, subject);
    }

    /// <summary>A visit, alone or beside what the sheet is about: <c>PFT M6</c>.</summary>
    private static VisitTime? OfName(string name, Lexicon lexicon) =>
        lexicon.Visits.Time(name) ?? VisitSplit.Of(TextForm.Clean(name), lexicon.Visits)
            .Where(split => !split.Visit.IsBareNumber && (lexicon.IsSection(split.Name) || Heading.Read(0, 0, split.Name, lexicon).IsKnown))
            .Select(split => split.Visit.Time)
            .FirstOrDefault();

    /// <summary><c>Subject: SYN-A-01</c> in one cell, or in two beside each other.</summary>
    private static IEnumerable<(string Label, string Value)> Labelled(string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            var colon = texts[i].IndexOfAny([':', '：']);
            if (colon > 0 && colon < texts[i].Length - 1)
            {
                yield return (texts[i][..colon], texts[i][(colon + 1)..].Trim());
            }
            else if (i + 1 < texts.Length)
            {
                yield return (texts[i].TrimEnd(':', '：', ' '), texts[i + 1]);
            }
        }
    }
}
