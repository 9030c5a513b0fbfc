using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Building;

/// <summary>Collects the rows of a sheet. Rows and cells come in order nearly always; where they do not, they are put in order once.</summary>
internal sealed class RowCollector(ReadingMeter meter)
{
    private readonly List<Cell> _cells = [];
    private readonly List<SheetRow> _rows = [];
    private bool _cellsInOrder = true;
    private bool _rowsInOrder = true;
    private int _number = 1;
    private bool _hidden;

    /// <summary>The last column that holds a value; 0 when none does.</summary>
    public int LastColumn { get; private set; }

    public void Begin(int number, bool hidden)
    {
        End();
        (_number, _hidden) = (number, hidden);
    }

    public void Add(Cell cell)
    {
        meter.CountCell(cell.Column);
        _cellsInOrder &= _cells.Count == 0 || _cells[^1].Column < cell.Column;
        _cells.Add(cell);
        LastColumn = Math.Max(LastColumn, cell.Column);
    }

    public ImmutableArray<SheetRow> Finish()
    {
        End();
        return _rowsInOrder ? [.. _rows] : [.. _rows.GroupBy(row => row.Number).OrderBy(group => group.Key).Select(Merge)];
    }

    private void End()
    {
        if (_cells.Count == 0)
        {
            return;
        }

        meter.CountRow(_number);
        _rowsInOrder &= _rows.Count == 0 || _rows[^1].Number < _number;
        var cells = _cellsInOrder ? ImmutableArray.Create(CollectionsMarshal.AsSpan(_cells)) : InOrder(_cells);
        _rows.Add(new SheetRow(_number, cells, _hidden));
        _cells.Clear();
        _cellsInOrder = true;
    }

    private static SheetRow Merge(IGrouping<int, SheetRow> same) =>
        new(same.Key, InOrder(same.SelectMany(row => row.Cells)), same.Any(row => row.IsHidden));

    private static ImmutableArray<Cell> InOrder(IEnumerable<Cell> cells) =>
        [.. cells.GroupBy(cell => cell.Column).OrderBy(group => group.Key).Select(group => group.Last())];
}
