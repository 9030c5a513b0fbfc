using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Recognising;

/// <summary>Finds the tables of a workbook, hidden sheets included, and says what was not read and why.</summary>
internal sealed class WorkbookRecogniser(HeadingReader reader, Regex? subjectPattern)
{
    private readonly SheetRecogniser sheets = new(reader);

    /// <param name="proposals">Takes the headings that a mapping may explain.</param>
    public ImmutableArray<SheetLayout> Recognise(Workbook workbook, FindingLog log, List<ProposedHeading> proposals)
    {
        var layouts = ImmutableArray.CreateBuilder<SheetLayout>();
        var unknown = new List<(int Index, Sheet Sheet)>();
        foreach (var (index, sheet) in workbook.Sheets.Index().Where(sheet => !sheet.Item.Rows.IsEmpty))
        {
            var found = sheets.Recognise(sheet, index, log, proposals);
            layouts.AddRange(found);
            if (found.IsEmpty)
            {
                unknown.Add((index, sheet));
            }
        }

        log.Examine("SSC-006");
        if (layouts.Count == 0)
        {
            var names = workbook.Sheets.Length == 0
                ? IssueDetail.Phrase("sheets", "none")
                : IssueDetail.Joined("sheets", DetailKind.List, workbook.Sheets.Select(sheet => new IssueDetail("", $"\"{sheet.Name}\"")));
            log.Add(Finding.OfFile("SSC-006", names, ("expected", "subject_id, study_day, mrss_total, fvc_l")));
            return [];
        }

        log.Examine("SSC-007", layouts.DistinctBy(layout => layout.SheetIndex).Count() + unknown.Count);
        foreach (var (index, sheet) in unknown)
        {
            log.Add(new Finding("SSC-007", new Place(index, sheet.Name, 0, 0, null, null), [("sheet", sheet.Name)]));
        }

        return new SheetsOfSubjects(reader.Lexicon, subjectPattern).Name(layouts.ToImmutable(), log);
    }
}
