using System.Globalization;
using System.Xml;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Copies one worksheet part, node by node, and changes only styles of marked cells, which sheet is in front, and the link
/// to the drawing of comments.</summary>
/// <param name="newDrawing">The id of a drawing that the sheet does not name yet; null when there is none to add.</param>
internal sealed class SheetMarker(
    XmlReader reader, XmlWriter writer, SheetMarks marks, StyleBook styles, string? newDrawing, Dialect dialect)
{
    private readonly Queue<int> _missingRows = new(marks.MissingRows);
    private readonly HashSet<int> _rowsBegun = [];
    private readonly SheetStyles _places = new();
    private readonly CellPlace _place = new();
    private Queue<int> _missingCells = new();
    private string? _drawing = newDrawing;
    private string _main = dialect.Main.NamespaceName;
    private string? _prefix;
    private int _row;

    public void Run()
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Begin();
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                BeforeEnd();
                writer.WriteEndElement();
            }
            else
            {
                CopyOther();
            }
        }
    }

    private void Begin()
    {
        switch (reader.Depth, reader.LocalName)
        {
            case (0, _):
                (_prefix, _main) = (reader.Prefix, reader.NamespaceURI);
                Copy();
                break;
            case (1, "legacyDrawingHF" or "drawingHF" or "picture" or "oleObjects" or "controls" or "webPublishItems" or "tableParts" or "extLst"):
                WriteDrawing();
                Copy();
                break;
            case (2, "col"):
                _places.AddColumns(reader);
                Copy();
                break;
            case (2, "sheetView"):
                Copy(without: "tabSelected");
                break;
            case (2, "row"):
                BeginRow();
                break;
            case (3, "c"):
                BeginCell();
                break;
            default:
                Copy();
                break;
        }
    }

    private void BeginRow()
    {
        _row = _place.Row(reader);
        WriteMissingRows(below: _row);
        _places.BeginRow(reader);
        _missingCells = _rowsBegun.Add(_row) ? new Queue<int>(marks.MissingColumns(_row)) : new Queue<int>();
        Copy(without: _missingCells.Count > 0 ? "spans" : null);
    }

    private void BeginCell()
    {
        var cell = _place.Cell(reader);
        WriteMissingCells(cell.Row, before: cell.Column);
        var style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var wanted = marks.Cells.TryGetValue(cell, out var isError) ? styles.Marked(style, isError)
            : styles.HasOldMarks ? styles.Unmarked(style)
            : style;
        Copy(style: wanted == style ? null : wanted);
    }

    private void BeforeEnd()
    {
        switch (reader.Depth, reader.LocalName)
        {
            case (2, "row"):
                WriteMissingCells(_row, before: int.MaxValue);
                break;
            case (1, "sheetData"):
                WriteMissingRows(below: int.MaxValue);
                break;
            case (0, _):
                WriteDrawing();
                break;
            default:
                break;
        }
    }

    /// <summary>Copies the element at which the reader stands, without its content.</summary>
    private void Copy(string? without = null, int? style = null)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        if (style is { } number)
        {
            writer.WriteAttributeString("s", Text(number));
        }

        var isEmpty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length > 0 || (reader.LocalName != without && (style is null || reader.LocalName != "s")))
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        reader.MoveToElement();
        if (isEmpty)
        {
            BeforeEnd();
            writer.WriteEndElement();
        }
    }

    private void CopyOther()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reader.Depth > 0:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.CDATA:
                writer.WriteCData(reader.Value);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(reader.Value);
                break;
            default:
                break;
        }
    }

    private void WriteMissingRows(int below)
    {
        while (_missingRows.TryPeek(out var row) && row < below)
        {
            _missingRows.Dequeue();
            writer.WriteStartElement(_prefix, "row", _main);
            writer.WriteAttributeString("r", Text(row));
            _places.BeginBlankRow();
            foreach (var column in marks.MissingColumns(row))
            {
                WriteCell(row, column);
            }

            writer.WriteEndElement();
        }
    }

    private void WriteMissingCells(int row, int before)
    {
        while (_missingCells.TryPeek(out var column) && column < before)
        {
            WriteCell(row, _missingCells.Dequeue());
        }
    }

    private void WriteCell(int row, int column)
    {
        var address = new CellAddress(row, column);
        writer.WriteStartElement(_prefix, "c", _main);
        writer.WriteAttributeString("r", address.ToString());
        writer.WriteAttributeString("s", Text(styles.Marked(_places.OfBlankCell(column), marks.Cells[address])));
        writer.WriteEndElement();
    }

    private void WriteDrawing()
    {
        if (_drawing is not null)
        {
            writer.WriteStartElement(_prefix, "legacyDrawing", _main);
            writer.WriteAttributeString("r", "id", dialect.Links.NamespaceName, _drawing);
            writer.WriteEndElement();
            _drawing = null;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
