using System.Collections;

namespace SscPipeline.Domain.Workbooks;

/// <summary>The non-blank cells of one row by rising column.</summary>
public readonly struct RowCells : IReadOnlyList<Cell>
{
    private readonly SheetRows rows;
    private readonly RowPlace place;

    internal RowCells(SheetRows rows, RowPlace place) => (this.rows, this.place) = (rows, place);

    public int Length => place.Columns.Length;

    int IReadOnlyCollection<Cell>.Count => Length;

    public Cell this[int index] => rows.Cell(place.Start + index, place.Columns[index]);

    internal Cell InColumn(int column)
    {
        // Most rows are dense: the cell then stands at its own index.
        var columns = place.Columns;
        var index = column <= columns.Length && column > 0 && columns[column - 1] == column ? column - 1 : Array.BinarySearch(columns, column);
        return index < 0 ? Sheet.Blank(column) : this[index];
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Cell> IEnumerable<Cell>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(RowCells cells) : IEnumerator<Cell>
    {
        private int index = -1;

        public readonly Cell Current => cells[index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++index < cells.Length;

        public void Reset() => index = -1;

        public readonly void Dispose()
        {
        }
    }
}
