using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-206: two rows about the same subject and time do not differ in a value.</summary>
internal sealed class RowsDoNotContradict : IRecordCheck
{
    public string Id => "SSC-206";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var record in document.Records)
        {
            log.Examine(Id, record.Rows.Count);
            for (var i = 1; i < record.Rows.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (Contradiction(record.Rows[j], record.Rows[i]) is var (left, right))
                    {
                        log.Add(At(left, right));
                        log.Add(At(right, left));
                    }
                }
            }
        }
    }

    private static (ValueRef Left, ValueRef Right)? Contradiction(TableRow left, TableRow right)
    {
        foreach (var column in left.Table.Columns.Where(column => column.Variable.Role == VariableRole.Value && !column.IsFact))
        {
            if (left.Sent(column.Variable.Name) is { } one && right.Sent(column.Variable.Name) is { } other
                && one.Column.States[one.Index] == ValueState.Value && other.Column.States[other.Index] == ValueState.Value
                && (one.Column.ValueAt(one.Index) != other.Column.ValueAt(other.Index) || one.Column.ComparatorAt(one.Index) != other.Column.ComparatorAt(other.Index)))
            {
                return (one, other);
            }
        }

        return null;
    }

    private Finding At(ValueRef here, ValueRef there) =>
        Finding.OfValue(Id, here, ("row", Shown.Of(there.RowNumber)), ("value", here.Shown), ("other", there.Shown));
}
