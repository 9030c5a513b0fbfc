using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tables;

/// <summary>The values of one variable in one table, in the order of the table's rows.</summary>
/// <param name="number">1 is column A.</param>
/// <param name="unit">Of the heading or the row of units; null when neither names one.</param>
internal sealed class TypedColumn(SheetTable table, Variable variable, int number, UnitConversion? unit, int length)
{
    private StateColumn states = new(length);
    private readonly NumberColumn numbers = new(variable.IsNumber || variable.Type == VariableType.Date ? length : 0);
    private readonly string?[] texts = variable.IsNumber || variable.Type == VariableType.Date ? [] : new string?[length];
    private readonly OrderedDictionary<UnitConversion, int> conversions = [];
    private readonly Dictionary<int, string> sent = [];
    private readonly Dictionary<int, string> comparators = [];

    public SheetTable Table { get; } = table;

    public Variable Variable { get; } = variable;

    public int Number { get; } = number;

    public UnitConversion? Unit { get; } = unit;

    /// <summary>It holds facts about the subject, in a table of something else.</summary>
    public bool IsFact { get; } = !variable.Tables.Contains(table.Kind);

    /// <summary>As the site wrote it; empty where the column has none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Units that became the canonical one, and for how many values.</summary>
    public IEnumerable<(UnitConversion Unit, int Count)> Conversions => conversions.Select(pair => (pair.Key, pair.Value));

    public StateColumn States => states;

    /// <summary>In canonical units; the day number for a date.</summary>
    public decimal NumberAt(int index) => numbers[index];

    public string? TextAt(int index) => texts[index];

    public DateOnly DateAt(int index) => DateOnly.FromDayNumber((int)numbers[index]);

    public string? SentAt(int index) => sent.GetValueOrDefault(index);

    public string? ComparatorAt(int index) => comparators.Count == 0 ? null : comparators.GetValueOrDefault(index);

    public string AddressAt(int index) => new CellAddress(Table.RowNumbers[index], Number).ToString();

    public OutcomeValue ValueAt(int index) =>
        Variable.Type == VariableType.Date ? OutcomeValue.Of(DateAt(index))
        : Variable.IsNumber ? OutcomeValue.Of(numbers[index])
        : OutcomeValue.Of(texts[index] ?? "");

    /// <summary>Cells with something in them.</summary>
    public int CountFilled() => states.Length - states.Count(ValueState.Blank);

    public void SetMissing(int index, ValueState state) => states[index] = state;

    public void SetNumber(int index, decimal number, string? sentText = null, string? comparator = null)
    {
        (states[index], numbers[index]) = (ValueState.Value, number);
        Remember(sent, index, sentText);
        Remember(comparators, index, comparator);
    }

    /// <summary>A value was sent in this unit.</summary>
    public void CountConversion(UnitConversion unit) => conversions[unit] = conversions.GetValueOrDefault(unit) + 1;

    public void SetText(int index, string text, string? sentText = null)
    {
        (states[index], texts[index]) = (ValueState.Value, text);
        Remember(sent, index, sentText);
    }

    /// <summary>The value as the site wrote it, for messages.</summary>
    public string Shown(int index) => SentAt(index) ?? ValueAt(index).ToString();

    private static void Remember(Dictionary<int, string> where, int index, string? text)
    {
        if (text is not null)
        {
            where[index] = text;
        }
    }
}
