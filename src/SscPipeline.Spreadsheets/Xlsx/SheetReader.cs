using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Reads one worksheet part from top to bottom.</summary>
/// <remarks>Addresses may be absent, out of order or repeated; the last cell of an address counts, as in Excel.</remarks>
internal sealed class SheetReader(XmlPart xml, CellSource cells, string sheetName, List<Relationship> relationships)
{
    private readonly RowCollector _rows = new(cells.Meter);
    private readonly SheetTexts _texts = new(sheetName, relationships, cells.Meter);
    private readonly HiddenColumns _hiddenColumns = new();
    private readonly ImmutableArray<CellRange>.Builder _merged = ImmutableArray.CreateBuilder<CellRange>();
    private readonly List<string> _uncalculated = [];
    private bool _rowsAreHidden;
    private int _row;
    private int _column;

    public IEnumerable<WorkbookText> Texts => _texts.Found;

    /// <summary>Addresses of formulas that no program has calculated yet; at most a handful is kept.</summary>
    public IReadOnlyList<string> Uncalculated => _uncalculated;

    public Sheet Read()
    {
        while (xml.Read())
        {
            if (!xml.IsElement)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "c":
                    ReadCell();
                    break;
                case "row":
                    ReadRow();
                    break;
                case "col":
                    ReadColumns();
                    break;
                case "sheetFormatPr":
                    _rowsAreHidden = xml.Flag("zeroHeight");
                    break;
                case "mergeCell" when CellRange.TryParse(xml.Attribute("ref")) is { } range:
                    cells.Meter.CountPiece();
                    _merged.Add(range);
                    break;
                default:
                    _texts.Read(xml);
                    break;
            }
        }

        var rows = _rows.Finish();
        return new Sheet(sheetName, rows) { Merged = _merged.ToImmutable(), HiddenColumns = _hiddenColumns.UpTo(_rows.LastColumn) };
    }

    private void ReadColumns()
    {
        if (xml.Flag("hidden") || xml.Attribute("width") == "0")
        {
            _hiddenColumns.Add(Number("min"), Number("max"));
        }

        int Number(string name) =>
            int.TryParse(xml.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private void ReadRow()
    {
        var number = _row + 1;
        var hidden = _rowsAreHidden;
        while (xml.NextAttribute())
        {
            switch (xml.Name)
            {
                case "r" when int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0:
                    number = given;
                    break;
                case "hidden":
                    hidden = XmlPart.IsTrue(xml.Value);
                    break;
                case "ht":
                    hidden |= xml.Value is "0";
                    break;
                default:
                    break;
            }
        }

        xml.LeaveAttributes();
        _row = number;
        _column = 0;
        _rows.Begin(number, hidden);
    }

    private void ReadCell()
    {
        var column = _column + 1;
        var style = -1;
        var type = CellType.Number;
        while (xml.NextAttribute())
        {
            switch (xml.Name)
            {
                case "r":
                    column = ColumnOf(xml.Value) ?? column;
                    break;
                case "s":
                    style = int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : -1;
                    break;
                case "t":
                    type = TypeOf(xml.Value);
                    break;
                default:
                    break;
            }
        }

        xml.LeaveAttributes();
        _column = column;
        if (!xml.IsEmpty)
        {
            ReadValue(column, style, type);
        }
    }

    private void ReadValue(int column, int style, CellType type)
    {
        var isFormula = false;
        if (xml.TakeOnlyChild("<v>"u8, "</v></c>"u8))
        {
            Add(column, style, type, isFormula);
            return;
        }

        xml.ClearText();
        var depth = xml.Depth;
        while (xml.ReadInside(depth))
        {
            switch (xml.Name)
            {
                case "v":
                    xml.ClearText();
                    xml.AppendText();
                    break;
                case "f":
                    isFormula = true;
                    xml.Skip();
                    break;
                case "is":
                    SharedStrings.GatherItem(xml);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        Add(column, style, type, isFormula);
    }

    private void Add(int column, int style, CellType type, bool isFormula)
    {
        if (cells.Read(column, type, style, isFormula, xml.Text) is { } cell)
        {
            _rows.Add(cell);
        }
        else if (isFormula && type != CellType.Text && _uncalculated.Count < 20)
        {
            _uncalculated.Add($"{sheetName}!{new CellAddress(Math.Max(1, _row), column)}");
        }
    }

    private static CellType TypeOf(ReadOnlySpan<char> letter) => letter switch
    {
        "s" => CellType.Shared,
        "str" or "inlineStr" => CellType.Text,
        "b" => CellType.Boolean,
        "e" => CellType.Error,
        "d" => CellType.IsoDate,
        _ => CellType.Number,
    };

    /// <summary>The column letters of an address; null when there are none or too many.</summary>
    private static int? ColumnOf(ReadOnlySpan<char> address)
    {
        var column = 0;
        foreach (var letter in address)
        {
            if (!char.IsAsciiLetter(letter))
            {
                break;
            }

            column = (column * 26) + (letter & 0x1F);
            if (column > CellAddress.MaxColumn)
            {
                return null;
            }
        }

        return column > 0 ? column : null;
    }
}
