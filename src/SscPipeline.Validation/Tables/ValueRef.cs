namespace SscPipeline.Validation.Tables;

/// <summary>One value of a table.</summary>
internal readonly record struct ValueRef(TypedColumn Column, int Index)
{
    public TableRow Row => new(Column.Table, Index);

    public int RowNumber => Column.Table.RowNumbers[Index];

    public string Shown => Column.Shown(Index);
}
