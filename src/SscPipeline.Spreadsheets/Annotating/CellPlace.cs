using System.Globalization;
using System.Xml;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Where a cell stands when its address may be absent: right of the last one, in the row below the last one.</summary>
internal sealed class CellPlace
{
    private int _row;
    private int _column;

    /// <returns>The number of the row element at which the reader stands.</returns>
    public int Row(XmlReader xml)
    {
        _row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : _row + 1;
        _column = 0;
        return _row;
    }

    /// <returns>The address of the cell element at which the reader stands; its row is the row element's, as for every reader.</returns>
    public CellAddress Cell(XmlReader xml)
    {
        _column = CellAddress.TryParse(xml.GetAttribute("r")) is { } given ? given.Column : _column + 1;
        return new CellAddress(Math.Max(1, _row), _column);
    }
}
