using System.Xml;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>What is to be marked in one sheet, and what a first look at its part says about the places.</summary>
internal sealed class SheetMarks(IReadOnlyDictionary<CellAddress, bool> cells)
{
    private readonly HashSet<int> _rows = [.. cells.Keys.Select(cell => cell.Row)];
    private readonly HashSet<int> _presentRows = [];
    private readonly HashSet<CellAddress> _presentCells = [];

    /// <summary>True for an error.</summary>
    public IReadOnlyDictionary<CellAddress, bool> Cells => cells;

    /// <summary>The id of the sheet's drawing of comments and controls.</summary>
    public string? LegacyDrawing { get; private set; }

    /// <summary>The sheet was in front when the workbook was saved.</summary>
    public bool IsSelected { get; private set; }

    /// <summary>Rows that the part does not have, from top to bottom.</summary>
    public IEnumerable<int> MissingRows => _rows.Where(row => !_presentRows.Contains(row)).Order();

    /// <summary>Columns of cells that the row does not have, from left to right.</summary>
    public IEnumerable<int> MissingColumns(int row) => _rows.Contains(row)
        ? cells.Keys.Where(cell => cell.Row == row && !_presentCells.Contains(cell)).Select(cell => cell.Column).Order()
        : [];

    /// <param name="toItsEnd">False to stop where the cells begin.</param>
    public void Look(OoxmlPackage package, string part, bool toItsEnd)
    {
        using var xml = PartXml.Read(package, part);
        var place = new CellPlace();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "sheetView":
                    IsSelected |= XmlPart.IsTrue(xml.GetAttribute("tabSelected"));
                    break;
                case "sheetData" when !toItsEnd:
                    return;
                case "row" when xml.Depth == 2:
                    _presentRows.Add(place.Row(xml));
                    break;
                case "c" when xml.Depth == 3 && place.Cell(xml) is var cell && cells.ContainsKey(cell):
                    _presentCells.Add(cell);
                    break;
                case "legacyDrawing" when xml.Depth == 1:
                    LegacyDrawing = LinkId(xml);
                    break;
                default:
                    break;
            }
        }
    }

    private static string? LinkId(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }
}
