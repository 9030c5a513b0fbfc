namespace SscPipeline.Validation.Tables;

/// <summary>What is not to be stored, as far as the checks have got.</summary>
internal sealed class Withholding
{
    private readonly HashSet<ValueRef> values = [];
    private readonly HashSet<TableRow> rows = [];

    public void Add(ValueRef value) => values.Add(value);

    public void Add(TableRow row) => rows.Add(row);

    public bool Has(TableRow row) => rows.Count > 0 && rows.Contains(row);

    /// <summary>The value itself; its row is asked for separately.</summary>
    public bool Has(ValueRef value) => values.Count > 0 && values.Contains(value);
}
