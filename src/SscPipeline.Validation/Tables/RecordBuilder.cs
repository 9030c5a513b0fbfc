using System.Globalization;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Tables;

/// <summary>Puts rows together: of one subject and time, of one subject, or word for word the same event. Withheld rows take no
/// part.</summary>
internal sealed class RecordBuilder(DocumentView document)
{
    private readonly HashSet<Record> records = new(document.Tables.Where(table => table.Kind != RecordKind.AdverseEvent).Sum(table => table.RowNumbers.Length), new RecordIdentity());
    private readonly RecordGround ofSubjects = new(RecordKind.Subject, null, document.Withheld);
    private readonly RecordGround ofEvents = new(RecordKind.AdverseEvent, null, document.Withheld);
    private readonly Dictionary<VisitTime, RecordGround> ofVisits = [];
    private readonly Dictionary<(string Subject, string Content), Record> sameEvents = [];
    private readonly Dictionary<string, int> events = new(StringComparer.Ordinal);

    public void Build()
    {
        document.Records.EnsureCapacity(document.Tables.Sum(table => table.RowNumbers.Length));
        foreach (var table in document.Tables)
        {
            var facts = table.Kind == RecordKind.Subject ? [] : table.Columns.Where(column => column.IsFact).ToArray();
            for (var i = 0; i < table.RowNumbers.Length; i++)
            {
                var row = new TableRow(table, i);
                if (row.Subject is { } subject && !document.Withheld.Has(row))
                {
                    Add(row, subject);
                    AddFacts(facts, i, subject);
                }
            }
        }

        foreach (var visit in document.Visits)
        {
            visit.StudyDay = document.StudyDay(visit);
        }
    }

    private void Add(TableRow row, string subject)
    {
        var visit = row.Table.Kind == RecordKind.Visit ? RowIdentity.VisitTime(row, document.Lexicon.Visits) : null;
        if (row.Table.Kind == RecordKind.Visit && visit is null)
        {
            return;
        }

        (row.Table.Kind == RecordKind.AdverseEvent ? Event(subject, Content(row)) : Find(visit is { } time ? At(time) : ofSubjects, subject)).Add(row);
    }

    private void AddFacts(TypedColumn[] facts, int index, string subject)
    {
        foreach (var column in facts)
        {
            if (column.States[index] is ValueState.Value or ValueState.Faulty)
            {
                Find(ofSubjects, subject).AddFact(new ValueRef(column, index));
            }
        }
    }

    private Record Find(RecordGround ground, string subject)
    {
        var record = new Record(ground, subject);
        if (records.TryGetValue(record, out var known))
        {
            return known;
        }

        records.Add(record);
        document.Records.Add(record);
        return record;
    }

    private RecordGround At(VisitTime time)
    {
        if (!ofVisits.TryGetValue(time, out var ground))
        {
            ofVisits.Add(time, ground = new RecordGround(RecordKind.Visit, time, document.Withheld));
        }

        return ground;
    }

    private Record Event(string subject, string content)
    {
        if (!sameEvents.TryGetValue((subject, content), out var record))
        {
            var ordinal = events[subject] = events.GetValueOrDefault(subject) + 1;
            sameEvents[(subject, content)] = record = new Record(ofEvents, subject) { Ordinal = ordinal };
            document.Records.Add(record);
        }

        return record;
    }

    private static string Content(TableRow row) => string.Join(
        '\u001F',
        row.Table.Columns.Select(column => column.States[row.Index] == ValueState.Value ? column.Shown(row.Index) : column.States[row.Index].ToString())
            .Prepend(row.Table.SheetIndex.ToString(CultureInfo.InvariantCulture)));
}
