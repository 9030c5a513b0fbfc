using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Normalising;

/// <summary>The outcomes of one row to be stored, and what is missing in it. The first value of a variable counts.</summary>
/// <param name="sheet">The row's own sheet; addresses elsewhere name theirs.</param>
/// <param name="isMerged">More than one row speaks, so a variable may come twice.</param>
/// <param name="isWanted">Tells the variables whose outcomes are listed; null for all.</param>
internal sealed class OutcomeList(Withholding withheld, string sheet, bool isMerged, Func<string, bool>? isWanted)
{
    private readonly List<Outcome> outcomes = new(16);
    private readonly List<MissingValue> missing = [];
    private readonly HashSet<string>? present = isMerged ? new(StringComparer.Ordinal) : null;

    public bool IsEmpty => outcomes.Count == 0;

    public void Add(ValueRef value, bool isTime)
    {
        var (column, index) = value;
        var variable = column.Variable.Name;
        if (isTime)
        {
            return;
        }

        if (column.States[index] != ValueState.Value || withheld.Has(value))
        {
            if (column.Variable.Role == VariableRole.Value)
            {
                missing.Add(new MissingValue(variable, Reason(column.States[index])));
            }
        }
        else if (present?.Add(variable) != false && isWanted?.Invoke(variable) != false)
        {
            var address = column.AddressAt(index);
            outcomes.Add(new Outcome(variable, column.ValueAt(index), column.Table.Sheet == sheet ? address : $"{column.Table.Sheet}!{address}")
            {
                Sent = column.SentAt(index),
                Comparator = column.ComparatorAt(index),
            });
        }
    }

    public void AddDerived(string variable, decimal value)
    {
        outcomes.Add(new Outcome(variable, OutcomeValue.Of(value), null));
        missing.RemoveAll(each => each.Variable == variable);
    }

    public ImmutableArray<Outcome> Outcomes() => [.. outcomes];

    /// <summary>A value that another row of the same visit has is not missing.</summary>
    public ImmutableArray<MissingValue> Missing() =>
        missing.Count == 0 ? [] : [.. missing.Where(value => present?.Contains(value.Variable) != true).DistinctBy(value => value.Variable)];

    private static MissingReason Reason(ValueState state) => state switch
    {
        ValueState.Blank => MissingReason.Blank,
        ValueState.NotDone => MissingReason.NotDone,
        _ => MissingReason.Withheld,
    };
}
