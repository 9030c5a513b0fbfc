using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tables;

/// <summary>One visit, subject or adverse event, put together from all of the document's rows that speak of it.</summary>
internal sealed class Record(RecordGround ground, string subject)
{
    private static readonly Dictionary<string, ValueRef> NoFacts = [];

    private const int NoDay = int.MinValue;

    /// <summary>What nearly no record has.</summary>
    private More? more;
    private TableRow first;
    private int studyDay = NoDay;

    public RecordKind Kind => ground.Kind;

    public string Subject { get; } = subject;

    public VisitTime? Visit => ground.Visit;

    /// <summary>Nearly always one.</summary>
    public RecordRows Rows => new(first, more?.Rows);

    /// <summary>1, 2, ... within the subject, for adverse events.</summary>
    public int Ordinal
    {
        get => more?.Ordinal ?? 0;
        init => (more ??= new()).Ordinal = value;
    }

    /// <summary>Null unless the record is a visit whose day can be told.</summary>
    public int? StudyDay
    {
        get => studyDay == NoDay ? null : studyDay;
        set => studyDay = value ?? NoDay;
    }

    /// <summary>Facts that stand on rows of something else; the first value of each variable.</summary>
    public IReadOnlyDictionary<string, ValueRef> Facts => more?.Facts ?? NoFacts;

    public void Add(TableRow row)
    {
        if (first.Table is null)
        {
            first = row;
        }
        else
        {
            ((more ??= new()).Rows ??= []).Add(row);
        }
    }

    public void AddFact(ValueRef value) => ((more ??= new()).Facts ??= new(StringComparer.Ordinal)).TryAdd(value.Column.Variable.Name, value);

    /// <summary>What was sent and can be trusted so far; null otherwise.</summary>
    public ValueRef? Usable(string variable) =>
        Sent(variable) is { } value && value.Column.States[value.Index] == ValueState.Value && !ground.Withheld.Has(value) && !ground.Withheld.Has(value.Row) ? value : null;

    /// <summary>What was sent, right or wrong.</summary>
    public ValueRef? Sent(string variable)
    {
        if (first.Table is not null && first.Sent(variable) is { } inFirst)
        {
            return inFirst;
        }

        foreach (var row in more?.Rows ?? [])
        {
            if (row.Sent(variable) is { } value)
            {
                return value;
            }
        }

        return more?.Facts is { } facts && facts.TryGetValue(variable, out var fact) ? fact : null;
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

    private sealed class More
    {
        public List<TableRow>? Rows { get; set; }

        public Dictionary<string, ValueRef>? Facts { get; set; }

        public int Ordinal { get; set; }
    }
}
