using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Normalising;

/// <summary>Turns what is left of the records into rows to be stored.</summary>
internal sealed class RowNormaliser(DocumentView document)
{
    /// <remarks>Nearly always all records are stored: then there is no second list of them.</remarks>
    public NormalisedRows Rows() => new(this, document.Records.TrueForAll(IsStored) ? document.Records : document.Records.FindAll(IsStored));

    /// <summary>As many as <see cref="Normalise"/> makes.</summary>
    public int CountOutcomes(Record record)
    {
        if (record.Rows is not [var row] || record.Facts.Count > 0)
        {
            return Normalise(record)?.Outcomes.Length ?? 0;
        }

        var count = record.Kind == RecordKind.Visit && DerivedValues.MrssTotal(record) is not null ? 1 : 0;
        foreach (var column in row.Table.Columns)
        {
            if (column.States[row.Index] == ValueState.Value && (record.Kind == RecordKind.Subject || !column.IsFact)
                && !IsTime(column.Variable, record.Visit) && !document.Withheld.Has(new ValueRef(column, row.Index)))
            {
                count++;
            }
        }

        return count;
    }

    /// <param name="isWanted">Tells the variables whose values the row is to have; null for all of them.</param>
    /// <returns>Null when nothing of the record is stored.</returns>
    public OutcomeRow? Normalise(Record record, Func<string, bool>? isWanted = null)
    {
        var kept = record.Rows.Where(row => !document.Withheld.Has(row)).ToList();
        var facts = record.Facts.Values.Where(fact => !document.Withheld.Has(fact.Row)).ToList();
        if (kept.Count == 0 && facts.Count == 0)
        {
            return null;
        }

        var home = kept.Count > 0 ? kept[0] : facts[0].Row;
        var outcomes = new OutcomeList(document.Withheld, home.Table.Sheet, isMerged: kept.Count + facts.Count > 1, isWanted);
        foreach (var row in kept)
        {
            foreach (var column in row.Table.Columns)
            {
                if (record.Kind == RecordKind.Subject || !column.IsFact)
                {
                    outcomes.Add(new ValueRef(column, row.Index), IsTime(column.Variable, record.Visit));
                }
            }
        }

        facts.ForEach(fact => outcomes.Add(fact, isTime: false));
        if (record.Kind == RecordKind.Visit && isWanted?.Invoke(Variables.MrssTotal) != false && DerivedValues.MrssTotal(record) is { } total)
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

    /// <summary>The same as being normalised to something, and cheaper to tell.</summary>
    private bool IsStored(Record record) => record.Kind == RecordKind.Subject
        ? Normalise(record) is not null
        : (record.Rows is [var only] ? !document.Withheld.Has(only) : record.Rows.Any(row => !document.Withheld.Has(row)));

    /// <summary>The row's time is its key already; a second way of saying when it was is kept as a value.</summary>
    private static bool IsTime(Variable variable, VisitTime? time) => variable.Name switch
    {
        Variables.VisitDate => time is { Date: not null },
        Variables.StudyDay => time is { StudyDay: not null },
        Variables.VisitMonth => time is { Month: not null },
        _ => false,
    };
}
