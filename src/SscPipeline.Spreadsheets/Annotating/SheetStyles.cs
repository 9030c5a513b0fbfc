using System.Globalization;
using System.Xml;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>How a cell looks that the file does not store: as its row, or else as its column.</summary>
internal sealed class SheetStyles
{
    private readonly List<(int First, int Last, int Style)> _columns = [];
    private int? _rowStyle;

    public void AddColumns(XmlReader column)
    {
        if (_columns.Count < CellAddress.MaxColumn && Number(column, "style") is { } style && Number(column, "min") is { } first && Number(column, "max") is { } last)
        {
            _columns.Add((first, last, style));
        }
    }

    public void BeginRow(XmlReader row) => _rowStyle = XmlPart.IsTrue(row.GetAttribute("customFormat")) ? Number(row, "s") : null;

    public void BeginBlankRow() => _rowStyle = null;

    public int OfBlankCell(int column) =>
        _rowStyle ?? _columns.FirstOrDefault(range => range.First <= column && column <= range.Last).Style;

    private static int? Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
