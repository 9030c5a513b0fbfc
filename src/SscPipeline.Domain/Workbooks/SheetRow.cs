namespace SscPipeline.Domain.Workbooks;

/// <summary>A row that holds at least one cell: a view of the place where its sheet keeps it.</summary>
public readonly struct SheetRow
{
    private readonly SheetRows rows;
    private readonly int index;

    internal SheetRow(SheetRows rows, int index) => (this.rows, this.index) = (rows, index);

    /// <summary>A row of no sheet yet.</summary>
    /// <param name="number">1 is the first row of the sheet.</param>
    /// <param name="cells">Non-blank cells by rising column.</param>
    /// <param name="isHidden">Hidden by hand or by a filter.</param>
    public SheetRow(int number, IEnumerable<Cell> cells, bool isHidden = false)
    {
        var builder = new SheetRowsBuilder();
        builder.Add(number, [.. cells], isHidden);
        (rows, index) = (builder.Build(), 0);
    }

    public int Number => rows.Place(index).Number;

    public bool IsHidden => rows.Place(index).IsHidden;

    /// <summary>Non-blank cells by rising column.</summary>
    public RowCells Cells => new(rows, rows.Place(index));

    /// <summary>The cell in this column (1 is A); a blank one when nothing was stored.</summary>
    public Cell this[int column] => Cells.InColumn(column);
}
