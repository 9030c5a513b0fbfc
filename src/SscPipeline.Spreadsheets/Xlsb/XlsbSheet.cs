using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsb;

/// <summary>Reads one worksheet part of an <c>.xlsb</c> workbook.</summary>
internal sealed class XlsbSheet(BinaryPart records, XlsbCells cells, string name, ReadingMeter meter)
{
    private static readonly string[] s_pageTexts = ["header", "footer", "header", "footer", "header", "footer"];
    private readonly RowCollector _rows = new(meter);
    private readonly HiddenColumns _hidden = new();
    private readonly ImmutableArray<CellRange>.Builder _merged = ImmutableArray.CreateBuilder<CellRange>();

    public List<WorkbookText> Texts { get; } = [];

    public Sheet Read()
    {
        while (records.Read())
        {
            switch (records.Type)
            {
                case RecordType.Row:
                    ReadRow();
                    break;
                case RecordType.Columns:
                    ReadColumns();
                    break;
                case RecordType.MergedRange:
                    ReadMerged();
                    break;
                case RecordType.HeaderFooter:
                    ReadPageTexts();
                    break;
                default:
                    if (cells.TryRead(records) is { } cell)
                    {
                        _rows.Add(cell);
                    }

                    break;
            }
        }

        var rows = _rows.Finish();
        return new Sheet(name, rows) { Merged = _merged.ToImmutable(), HiddenColumns = _hidden.UpTo(_rows.LastColumn) };
    }

    private void ReadRow()
    {
        const int ZeroHeight = 0x10;
        cells.BeginRow();
        var row = records.UInt32();
        records.Skip(7);
        _rows.Begin((int)Math.Min(row, int.MaxValue - 1) + 1, hidden: (records.Byte() & ZeroHeight) != 0);
    }

    private void ReadColumns()
    {
        var first = records.UInt32();
        var last = records.UInt32();
        records.Skip(8);
        if ((records.Byte() & 1) != 0)
        {
            _hidden.Add(first + 1L, last + 1L);
        }
    }

    private void ReadMerged()
    {
        meter.CountPiece();
        var (top, bottom) = ((int)records.UInt32() + 1, (int)records.UInt32() + 1);
        var (left, right) = ((int)records.UInt32() + 1, (int)records.UInt32() + 1);
        _merged.Add(new CellRange(new CellAddress(top, left), new CellAddress(bottom, right)));
    }

    private void ReadPageTexts()
    {
        records.Skip(2);
        foreach (var kind in s_pageTexts)
        {
            var text = records.Text();
            if (!text.IsWhiteSpace())
            {
                meter.CountPiece();
                meter.CountText(name.Length + text.Length);
                Texts.Add(new WorkbookText($"page {kind} of sheet \"{name}\"", text.ToString()));
            }
        }
    }
}
