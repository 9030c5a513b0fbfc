using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>Parts the columns of a sheet among its tables: one, or for a wide sheet one of facts and one for each visit.</summary>
internal sealed class SheetTables(
    Sheet sheet, int sheetIndex, HeaderRow header, SheetSurroundings around, UnitsRow? units, HeadingFindings findings, Lexicon lexicon)
{
    public ImmutableArray<SheetLayout> Of(ImmutableArray<Heading> headings)
    {
        var plain = headings.Where(heading => heading.Visit is null).ToList();
        var kind = TableKind.Of(plain, isOfOneVisit: around.Visit is not null);
        if (plain.Count == headings.Length)
        {
            return [Long(plain, kind)];
        }

        var hasTime = plain.Exists(heading => heading.Variable is { } variable && TableKind.IsTime(variable));
        var isLong = hasTime && plain.Exists(heading => heading.Variable is { } variable && TableKind.IsMeasured(variable));
        if (!isLong && kind != RecordKind.AdverseEvent)
        {
            return Wide(headings);
        }

        foreach (var heading in headings.Where(heading => heading.Visit is not null))
        {
            findings.SaysVisitsOtherwise(heading, IssueDetail.Phrase("reason", kind == RecordKind.Visit
                ? "the rows of this table are visits already, and the heading names a visit"
                : "the rows of this table are adverse events already, and the heading names a visit"));
        }

        return [Long(plain, kind)];
    }

    private SheetLayout Long(List<Heading> headings, RecordKind kind)
    {
        var columns = Columns(kind);
        headings.ForEach(columns.Take);
        var isOfOneVisit = kind == RecordKind.Visit && !columns.HasTime;
        return Layout(kind, columns.Finish()) with { Visit = isOfOneVisit ? around.Visit : null };
    }

    private ImmutableArray<SheetLayout> Wide(ImmutableArray<Heading> headings)
    {
        var facts = Columns(RecordKind.Subject);
        foreach (var heading in headings.Where(heading => heading.Visit is null))
        {
            if (heading.Variable is { } variable && (TableKind.IsTime(variable) || TableKind.IsMeasured(variable)))
            {
                findings.SaysVisitsOtherwise(heading, IssueDetail.Phrase("reason", "other headings name their visit, and this one does not"));
            }
            else
            {
                facts.Take(heading);
            }
        }

        var visits = headings
            .Where(heading => heading.Visit is not null)
            .GroupBy(heading => heading.Visit!.Time?.ToString() ?? TextForm.Heading(heading.Visit.Text), StringComparer.Ordinal)
            .Select(visit => (visit.First().Visit!.Time, Columns: OfVisit([.. visit], facts)))
            .ToList();
        var finished = facts.Finish();
        var layouts = visits
            .Where(visit => visit.Columns is not null)
            .Select(visit => Layout(RecordKind.Visit, (finished.SubjectColumn, visit.Columns!.Finish().Columns)) with { Visit = visit.Time });
        return Together([.. finished.Columns.IsEmpty ? [] : new[] { Layout(RecordKind.Subject, finished) }, .. layouts]);
    }

    /// <summary>Null when the columns tell nothing of a visit, or nothing tells when it was.</summary>
    private ColumnSet? OfVisit(ImmutableArray<Heading> headings, ColumnSet facts)
    {
        var (time, columns) = (headings[0].Visit!.Time, Columns(RecordKind.Visit));
        if (!headings.Any(heading => heading.Meanings.Any(meaning => meaning.Variable.Role == VariableRole.Value)))
        {
            Array.ForEach([.. headings], findings.Unknown);
            return null;
        }

        var hasTime = time is not null || headings.Any(heading => heading.Variable?.Role == VariableRole.Key);
        foreach (var heading in headings)
        {
            if (time is { Month: 0 } && heading.Variable is { Tables: [RecordKind.Subject] })
            {
                facts.Take(heading);
            }
            else if (hasTime)
            {
                columns.Take(heading);
            }
            else
            {
                findings.Add("SSC-026", heading, ("heading", heading.Text), ("visit", heading.Visit!.Text));
            }
        }

        return hasTime && columns.HasValues ? columns : null;
    }

    private static ImmutableArray<SheetLayout> Together(ImmutableArray<SheetLayout> layouts)
    {
        var all = layouts.SelectMany(layout => layout.Columns).ToImmutableArray();
        return [.. layouts.Select((layout, index) => layout with { SheetColumns = all, IsContinued = index > 0 })];
    }

    private ColumnSet Columns(RecordKind kind) => new(kind, units, findings, lexicon);

    private SheetLayout Layout(RecordKind kind, (int SubjectColumn, ImmutableArray<LayoutColumn> Columns) found) =>
        new(sheet, sheetIndex, kind, header.RowNumber, header.RowIndex + (units is null ? 1 : 2), found.SubjectColumn, found.Columns)
        {
            Subject = found.SubjectColumn == 0 ? around.Subject : null,
        };
}
