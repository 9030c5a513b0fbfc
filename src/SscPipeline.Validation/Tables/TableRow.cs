namespace SscPipeline.Validation.Tables;

/// <summary>One data row of a table.</summary>
internal readonly record struct TableRow(SheetTable Table, int Index)
{
    public int Number => Table.RowNumbers[Index];

    public string? Subject => Table.Subjects[Index];

    /// <summary>What was sent for the variable, readable or not; null when there is no column or the cell says nothing.</summary>
    public ValueRef? Sent(string variable) =>
        Table.Column(variable) is { } column && column.States[Index] is ValueState.Value or ValueState.Faulty
            ? new ValueRef(column, Index)
            : null;
}
