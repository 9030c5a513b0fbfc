using System.Runtime.InteropServices;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Building;

/// <summary>Collects the rows of a sheet. Rows and cells come in order nearly always; where they do not, they are put in order once.</summary>
internal sealed class RowCollector(ReadingMeter meter)
{
    private readonly List<Cell> _cells = [];
    private readonly SheetRowsBuilder _rows = new();
    private bool _cellsInOrder = true;
    private bool _rowsInOrder = true;
    private int _last;
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

    public SheetRows Finish()
    {
        End();
        var rows = _rows.Build();
        return _rowsInOrder ? rows : InOrder(rows);
    }

    private void End()
    {
        if (_cells.Count == 0)
        {
            return;
        }

        meter.CountRow(_number);
        _rowsInOrder &= _last < _number;
        _last = _number;
        _rows.Add(_number, _cellsInOrder ? CollectionsMarshal.AsSpan(_cells) : InOrder(_cells), _hidden);
        _cells.Clear();
        _cellsInOrder = true;
    }

    private static SheetRows InOrder(SheetRows rows)
    {
        var sorted = new SheetRowsBuilder();
        foreach (var same in rows.GroupBy(row => row.Number).OrderBy(group => group.Key))
        {
            sorted.Add(same.Key, InOrder(same.SelectMany(row => row.Cells)), same.Any(row => row.IsHidden));
        }

        return sorted.Build();
    }

    private static Cell[] InOrder(IEnumerable<Cell> cells) =>
        [.. cells.GroupBy(cell => cell.Column).OrderBy(group => group.Key).Select(group => group.Last())];
}
