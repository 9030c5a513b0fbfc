using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Recognising;

/// <summary>Finds the tables of a workbook, hidden sheets included, and says what was not read and why.</summary>
internal sealed class WorkbookRecogniser(Lexicon lexicon)
{
    private readonly SheetRecogniser sheets = new(lexicon);

    public ImmutableArray<SheetLayout> Recognise(Workbook workbook, FindingLog log)
    {
        var layouts = ImmutableArray.CreateBuilder<SheetLayout>();
        var unknown = new List<(int Index, Sheet Sheet)>();
        foreach (var (index, sheet) in workbook.Sheets.Index().Where(sheet => !sheet.Item.Rows.IsEmpty))
        {
            if (sheets.Recognise(sheet, index, log) is { } layout)
            {
                layouts.Add(layout);
            }
            else
            {
                unknown.Add((index, sheet));
            }
        }

        log.Examine("SSC-006");
        if (layouts.Count == 0)
        {
            var names = workbook.Sheets.Length == 0 ? "none" : string.Join(", ", workbook.Sheets.Select(sheet => $"\"{sheet.Name}\""));
            log.Add(Finding.OfFile("SSC-006", ("sheets", names), ("expected", "subject_id, study_day, mrss_total, fvc_l")));
            return [];
        }

        log.Examine("SSC-007", layouts.Count + unknown.Count);
        foreach (var (index, sheet) in unknown)
        {
            log.Add(new Finding("SSC-007", new Place(index, sheet.Name, 0, 0, null, null), [KeyValuePair.Create("sheet", sheet.Name)]));
        }

        return layouts.ToImmutable();
    }
}
