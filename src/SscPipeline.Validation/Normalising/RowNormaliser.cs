using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Normalising;

/// <summary>Turns what is left of the records into rows to be stored.</summary>
internal sealed class RowNormaliser(DocumentView document)
{
    public ImmutableArray<OutcomeRow> Rows()
    {
        var rows = ImmutableArray.CreateBuilder<OutcomeRow>(document.Records.Count);
        foreach (var record in document.Records)
        {
            if (Normalise(record) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows.ToImmutable();
    }

    private OutcomeRow? Normalise(Record record)
    {
        var kept = record.Rows.Where(row => !document.Withheld.Has(row)).ToList();
        var facts = record.Facts.Values.Where(fact => !document.Withheld.Has(fact.Row)).ToList();
        if (kept.Count == 0 && facts.Count == 0)
        {
            return null;
        }

        var home = kept.Count > 0 ? kept[0] : facts[0].Row;
        var outcomes = new OutcomeList(document.Withheld, home.Table.Sheet, isMerged: kept.Count + facts.Count > 1);
        foreach (var row in kept)
        {
            foreach (var column in row.Table.Columns)
            {
                if (record.Kind == RecordKind.Subject || !row.Table.IsFact(column))
                {
                    outcomes.Add(new ValueRef(column, row.Index), IsTime(column.Variable, record.Visit));
                }
            }
        }

        facts.ForEach(fact => outcomes.Add(fact, isTime: false));
        if (record.Kind == RecordKind.Visit && DerivedValues.MrssTotal(record) is { } total)
        {
            outcomes.AddDerived(Variables.MrssTotal, total);
        }

        return record.Kind == RecordKind.Subject && outcomes.IsEmpty && kept.Count == 0
            ? null
            : new OutcomeRow(record.Kind, record.Subject, outcomes.Outcomes())
            {
                Visit = record.Visit,
                Ordinal = record.Ordinal,
                Sheet = home.Table.Sheet,
                Row = home.Number,
                Missing = outcomes.Missing(),
            };
    }

    /// <summary>The row's time is its key already; a second way of saying when it was is kept as a value.</summary>
    private static bool IsTime(Variable variable, VisitTime? time) => variable.Name switch
    {
        Variables.VisitDate => time is { Date: not null },
        Variables.StudyDay => time is { StudyDay: not null },
        Variables.VisitMonth => time is { Month: not null },
        _ => false,
    };
}
