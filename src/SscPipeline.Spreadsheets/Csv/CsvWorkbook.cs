using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Csv;

/// <summary>Reads a text table. Every value stays the text that it is; row numbers are those that Excel shows.</summary>
internal static class CsvWorkbook
{
    private const int SniffedBytes = 65_536;

    public static Workbook Read(Stream content, string sheetName, ReadingMeter meter)
    {
        var bytes = Bytes(content);
        var (encoding, markLength, remark) = TextEncodings.Decide(bytes);
        var start = encoding.GetString(bytes.AsSpan(markLength, Math.Min(SniffedBytes, bytes.Count - markLength)));
        var declared = Separators.Declared(start);
        var skip = markLength + encoding.GetByteCount(start.AsSpan(0, declared?.Length ?? 0));
        using var text = new StreamReader(new MemoryStream(bytes.Array!, bytes.Offset + skip, bytes.Count - skip), encoding, detectEncodingFromByteOrderMarks: false);
        var tokens = new CsvTokens(text, declared?.Separator ?? Separators.Sniff(start), meter);
        var widths = new List<(int Row, int Width)>();
        var rows = ReadRows(tokens, meter, widths);
        ImmutableArray<WorkbookRemark> remarks = remark is null ? [] : [new(WorkbookRemarkKind.EncodingAssumed, remark)];
        return new Workbook(WorkbookFormat.Csv, [new Sheet(sheetName, rows)]) { Remarks = remarks.AddRange(UnevenRows.Find(widths)) };
    }

    /// <summary>Without a copy where the stream lends its bytes.</summary>
    private static ArraySegment<byte> Bytes(Stream content)
    {
        if (content is MemoryStream memory && memory.TryGetBuffer(out var lent))
        {
            return lent;
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    private static SheetRows ReadRows(CsvTokens tokens, ReadingMeter meter, List<(int Row, int Width)> widths)
    {
        var texts = new TextPool(meter);
        var rows = new SheetRowsBuilder();
        var cells = new List<Cell>();
        while (tokens.Read())
        {
            if (!tokens.Value.IsEmpty)
            {
                meter.CountCell(tokens.Column);
                cells.Add(Cell.OfText(tokens.Column, texts.Keep(tokens.Value)));
            }

            if (tokens.EndsRow && cells.Count > 0)
            {
                meter.CountRow(tokens.Row);
                rows.Add(tokens.Row, CollectionsMarshal.AsSpan(cells), isHidden: false);
                widths.Add((tokens.Row, cells[^1].Column == tokens.Column ? tokens.Column : -tokens.Column));
                cells.Clear();
            }
        }

        return rows.Build();
    }
}
