using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Recognising;

/// <summary>Finds the table of a sheet: its heading, what each column is and in which unit.</summary>
internal sealed class SheetRecogniser(Lexicon lexicon)
{
    /// <summary>Null when no row of the sheet is a heading.</summary>
    public SheetLayout? Recognise(Sheet sheet, int sheetIndex, FindingLog log)
    {
        if (HeaderRow.Find(sheet, lexicon) is not { } header)
        {
            return null;
        }

        var kind = TableKind.Of(header.Headings);
        var units = UnitsRow.Find(sheet, header, lexicon);
        var columns = new Dictionary<string, LayoutColumn>(StringComparer.Ordinal);
        foreach (var heading in header.Headings)
        {
            log.Examine(["SSC-008", "SSC-009", "SSC-015"], 1);
            if (Choose(heading, kind) is { } meaning)
            {
                Take(meaning);
            }
            else
            {
                log.Add(Unread(heading));
            }

            void Take(HeaderMeaning meaning)
            {
                log.Examine("SSC-010");
                var (unit, unknown) = units is null ? (meaning.Unit, heading.UnknownUnit) : units.Of(heading, meaning);
                if (!columns.TryAdd(meaning.Variable.Name, new LayoutColumn(heading.Column, heading.Text, meaning.Variable, unit, unknown)))
                {
                    var first = CellAddress.ColumnName(columns[meaning.Variable.Name].Number);
                    log.Add(At("SSC-010", heading, ("heading", heading.Text), ("label", meaning.Variable.Label), ("first", first)));
                }
            }
        }

        columns.Remove(Variables.SubjectId, out var subject);
        return new SheetLayout(
            sheet, sheetIndex, kind, header.RowNumber, header.RowIndex + (units is null ? 1 : 2), subject?.Number ?? 0, [.. columns.Values]);

        Finding Unread(Heading heading)
        {
            var candidates = lexicon.Headers.Candidates(TextForm.Heading(heading.Text));
            if (!candidates.IsEmpty || heading.Meanings.Length > 1)
            {
                var labels = candidates.Concat(heading.Meanings.Select(meaning => meaning.Variable)).Select(variable => variable.Label);
                return At("SSC-009", heading, ("heading", heading.Text), ("candidates", string.Join(" or ", labels)));
            }

            if (heading.IsKnown)
            {
                return At("SSC-015", heading, ("heading", heading.Text), ("label", heading.Meanings[0].Variable.Label), ("table", Label(kind)));
            }

            var likely = Suggestion.For(heading.Text, lexicon);
            return At("SSC-008", heading, ("heading", heading.Text), ("suggestion", likely is null ? "" : $" Did you mean \"{likely.Label}\" ({likely.Name})?"));
        }

        Finding At(string check, Heading heading, params (string, string)[] details) => new(
            check,
            new Place(sheetIndex, sheet.Name, header.RowNumber, heading.Column, null, null),
            [.. details.Select(detail => KeyValuePair.Create(detail.Item1, detail.Item2))]);
    }

    /// <summary>The meaning that belongs in the table, else a fact that belongs to subjects alone; null when there is none or more than
    /// one.</summary>
    private static HeaderMeaning? Choose(Heading heading, RecordKind kind)
    {
        var fitting = heading.Meanings.Where(meaning => meaning.Variable.Tables.Contains(kind)).ToImmutableArray();
        var chosen = fitting.IsEmpty ? [.. heading.Meanings.Where(meaning => meaning.Variable.Tables is [RecordKind.Subject])] : fitting;
        return chosen.Length == 1 ? chosen[0] : null;
    }

    private static string Label(RecordKind kind) => kind switch
    {
        RecordKind.Visit => "visits",
        RecordKind.AdverseEvent => "adverse events",
        _ => "subjects",
    };
}
