using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xls;

/// <summary>Reads one sheet of an <c>.xls</c> workbook from its first record to its last; charts inside it are stepped over.</summary>
internal sealed class XlsSheet(BiffStream records, XlsCells cells, string name, ReadingMeter meter)
{
    /// <summary>A sheet that is a chart keeps copies of the cells that it draws; they are no cells of its own.</summary>
    private const int ChartSubstream = 0x20;

    private readonly RowCollector _rows = new(meter);
    private readonly HiddenColumns _hiddenColumns = new();
    private readonly HashSet<int> _hiddenRows = [];
    private readonly XlsNotes _notes = new(records, meter);
    private readonly ImmutableArray<CellRange>.Builder _merged = ImmutableArray.CreateBuilder<CellRange>();
    private readonly List<WorkbookText> _pageTexts = [];
    private int _row;
    private bool _isChart;

    public IEnumerable<WorkbookText> Texts =>
        _pageTexts.Concat(_notes.OtherTexts.Select(text => new WorkbookText($"text box of sheet \"{name}\"", text)));

    public Sheet Read()
    {
        var depth = 0;
        while (records.Read())
        {
            switch (records.Type)
            {
                case BiffRecord.Begin:
                    depth++;
                    records.UInt16();
                    _isChart |= depth == 1 && records.UInt16() == ChartSubstream;
                    break;
                case BiffRecord.EndOfSubstream:
                    depth--;
                    break;
                default:
                    if (depth == 1)
                    {
                        ReadRecord();
                    }

                    break;
            }

            if (depth <= 0)
            {
                break;
            }
        }

        var rows = _rows.Finish();
        return new Sheet(name, _hiddenRows.Count == 0 ? rows : rows.Hiding(_hiddenRows))
        {
            Merged = _merged.ToImmutable(),
            HiddenColumns = _hiddenColumns.UpTo(_rows.LastColumn),
            Comments = _notes.Comments(),
        };
    }

    private void ReadRecord()
    {
        if ((!_isChart && cells.TryRead(Add)) || _notes.TryRead())
        {
            return;
        }

        switch (records.Type)
        {
            case BiffRecord.Row:
                ReadRow();
                break;
            case BiffRecord.ColumnInfo:
                ReadColumns();
                break;
            case BiffRecord.MergedCells:
                ReadMerged();
                break;
            case BiffRecord.Header when records.Left > 0:
                AddPageText("header");
                break;
            case BiffRecord.Footer when records.Left > 0:
                AddPageText("footer");
                break;
            default:
                break;
        }
    }

    private void Add(int row, Cell cell)
    {
        if (row != _row)
        {
            _rows.Begin(row, hidden: false);
            _row = row;
        }

        _rows.Add(cell);
    }

    private void ReadRow()
    {
        const int ZeroHeight = 0x20;
        var row = records.UInt16() + 1;
        records.Skip(10);
        if ((records.UInt16() & ZeroHeight) != 0)
        {
            _hiddenRows.Add(row);
        }
    }

    private void AddPageText(string kind)
    {
        var text = records.Text(records.IsBiff8 ? 2 : 1);
        meter.CountPiece();
        meter.CountText(name.Length + text.Length);
        _pageTexts.Add(new WorkbookText($"page {kind} of sheet \"{name}\"", text));
    }

    private void ReadColumns()
    {
        var first = records.UInt16() + 1;
        var last = records.UInt16() + 1;
        records.Skip(4);
        if ((records.UInt16() & 1) != 0)
        {
            _hiddenColumns.Add(first, last);
        }
    }

    private void ReadMerged()
    {
        for (var left = records.UInt16(); left > 0; left--)
        {
            meter.CountPiece();
            var (top, bottom) = (records.UInt16() + 1, records.UInt16() + 1);
            var (first, last) = (records.UInt16() + 1, records.UInt16() + 1);
            _merged.Add(new CellRange(new CellAddress(top, first), new CellAddress(bottom, last)));
        }
    }
}
