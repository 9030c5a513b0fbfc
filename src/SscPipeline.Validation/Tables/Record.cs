using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tables;

/// <summary>One visit, subject or adverse event, put together from all of the document's rows that speak of it.</summary>
internal sealed class Record(RecordKind kind, string subject, VisitTime? visit, Withholding withheld)
{
    private static readonly Dictionary<string, ValueRef> None = [];

    private Dictionary<string, ValueRef>? facts;
    private TableRow[] rows = [];
    private int count;

    public RecordKind Kind { get; } = kind;

    public string Subject { get; } = subject;

    public VisitTime? Visit { get; } = visit;

    /// <summary>Nearly always one.</summary>
    public ArraySegment<TableRow> Rows => new(rows, 0, count);

    /// <summary>1, 2, ... within the subject, for adverse events.</summary>
    public int Ordinal { get; init; }

    /// <summary>Null unless the record is a visit whose day can be told.</summary>
    public int? StudyDay { get; set; }

    /// <summary>Facts that stand on rows of something else; the first value of each variable.</summary>
    public IReadOnlyDictionary<string, ValueRef> Facts => facts ?? None;

    public void Add(TableRow row)
    {
        if (count == rows.Length)
        {
            Array.Resize(ref rows, Math.Max(1, count * 2));
        }

        rows[count++] = row;
    }

    public void AddFact(ValueRef value) => (facts ??= new(StringComparer.Ordinal)).TryAdd(value.Column.Variable.Name, value);

    /// <summary>What was sent and can be trusted so far; null otherwise.</summary>
    public ValueRef? Usable(string variable) =>
        Sent(variable) is { } value && value.Column.States[value.Index] == ValueState.Value && !withheld.Has(value) && !withheld.Has(value.Row) ? value : null;

    /// <summary>What was sent, right or wrong.</summary>
    public ValueRef? Sent(string variable)
    {
        for (var i = 0; i < count; i++)
        {
            if (rows[i].Sent(variable) is { } value)
            {
                return value;
            }
        }

        return facts is not null && facts.TryGetValue(variable, out var fact) ? fact : null;
    }

    /// <summary>The cell that says when the visit was; null when a heading or the sheet does.</summary>
    public ValueRef? Time => Sent(Visit switch
    {
        { Date: not null } => Variables.VisitDate,
        { StudyDay: not null } => Variables.StudyDay,
        _ => Variables.VisitMonth,
    }) ?? Sent(Variables.VisitLabel);

    /// <summary>A finding about when the visit was: at the cell that says so, else at its row.</summary>
    public Finding AtTime(string check, params IssueDetail[] details) =>
        Time is { } time ? Finding.OfValue(check, time, details) : Finding.OfRow(check, Rows[0], Rows[0].Table.SubjectColumn, details);

    /// <summary>In canonical units; null when it is missing, wrong or censored.</summary>
    public decimal? Number(string variable) =>
        Usable(variable) is { } value && value.Column.Variable.IsNumber && value.Column.ComparatorAt(value.Index) is null ? value.Column.NumberAt(value.Index) : null;

    public string? Text(string variable) => Usable(variable) is { } value ? value.Column.TextAt(value.Index) : null;

    public DateOnly? Date(string variable) =>
        Usable(variable) is { } value && value.Column.Variable.Type == VariableType.Date ? value.Column.DateAt(value.Index) : null;
}
