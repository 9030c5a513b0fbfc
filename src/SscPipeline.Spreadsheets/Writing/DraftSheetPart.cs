using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets;

/// <summary>Writes one worksheet part.</summary>
internal static class DraftSheetPart
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(XmlWriter xml, DraftSheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        WriteFrozenHeader(xml, sheet.HeaderRows);
        WriteWidths(xml, sheet.ColumnWidths);
        xml.WriteStartElement("sheetData", Main);
        for (var row = 0; row < sheet.Rows.Length; row++)
        {
            WriteRow(xml, row + 1, sheet.Rows[row], isHeader: row < sheet.HeaderRows);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteFrozenHeader(XmlWriter xml, int rows)
    {
        if (rows <= 0)
        {
            return;
        }

        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane", Main);
        xml.WriteAttributeString("ySplit", Text(rows));
        xml.WriteAttributeString("topLeftCell", $"A{Text(rows + 1)}");
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteWidths(XmlWriter xml, ImmutableArray<double> widths)
    {
        if (!widths.Any(width => width > 0))
        {
            return;
        }

        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < widths.Length; i++)
        {
            if (widths[i] > 0)
            {
                xml.WriteStartElement("col", Main);
                xml.WriteAttributeString("min", Text(i + 1));
                xml.WriteAttributeString("max", Text(i + 1));
                xml.WriteAttributeString("width", widths[i].ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("customWidth", "1");
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, ImmutableArray<DraftCell> cells, bool isHeader)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Text(number));
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Kind != DraftCellKind.Blank)
            {
                WriteCell(xml, new CellAddress(number, i + 1), cells[i], isHeader);
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, CellAddress address, DraftCell cell, bool isHeader)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", address.ToString());
        var style = cell.Kind == DraftCellKind.Date ? DraftStyles.Date : isHeader ? DraftStyles.Header : 0;
        if (style > 0)
        {
            xml.WriteAttributeString("s", Text(style));
        }

        if (cell.Kind == DraftCellKind.Text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(EscapedText.Encode(cell.Text!));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            if (cell.Kind == DraftCellKind.Boolean)
            {
                xml.WriteAttributeString("t", "b");
            }

            xml.WriteElementString("v", Main, cell.Text);
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
