using System.Globalization;
using System.Xml;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets;

/// <summary>Writes one worksheet part.</summary>
internal static class DraftSheetPart
{
    /// <summary>In characters; what Excel gives a column of its own accord, nearly.</summary>
    private const double UsualWidth = 9;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(XmlWriter xml, DraftSheet sheet, DraftStyles styles)
    {
        xml.WriteStartElement("worksheet", Main);
        WriteView(xml, sheet);
        WriteColumns(xml, sheet, styles);
        xml.WriteStartElement("sheetData", Main);
        for (var row = 0; row < sheet.Rows.Length; row++)
        {
            WriteRow(xml, sheet, row, styles);
        }

        xml.WriteEndElement();
        MergedCells.Write(xml, sheet.Merged);
        DraftValidationPart.Write(xml, sheet.Validations);
        xml.WriteEndElement();
    }

    private static void WriteView(XmlWriter xml, DraftSheet sheet)
    {
        var (rows, columns) = (Math.Max(sheet.HeaderRows, 0), Math.Max(sheet.HeaderColumns, 0));
        if (rows + columns == 0 && sheet.ShowsGrid)
        {
            return;
        }

        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        if (!sheet.ShowsGrid)
        {
            xml.WriteAttributeString("showGridLines", "0");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        if (rows + columns > 0)
        {
            WritePane(xml, rows, columns);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePane(XmlWriter xml, int rows, int columns)
    {
        xml.WriteStartElement("pane", Main);
        if (columns > 0)
        {
            xml.WriteAttributeString("xSplit", Text(columns));
        }

        if (rows > 0)
        {
            xml.WriteAttributeString("ySplit", Text(rows));
        }

        xml.WriteAttributeString("topLeftCell", new CellAddress(rows + 1, columns + 1).ToString());
        xml.WriteAttributeString("activePane", rows == 0 ? "topRight" : columns == 0 ? "bottomLeft" : "bottomRight");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter xml, DraftSheet sheet, DraftStyles styles)
    {
        var count = Math.Max(sheet.ColumnWidths.Length, sheet.ColumnStyles.Length);
        var isStarted = false;
        for (var i = 0; i < count; i++)
        {
            var style = styles.Of(i < sheet.ColumnStyles.Length ? sheet.ColumnStyles[i] : null);
            var width = Width(sheet, i);
            if (style == 0 && width == UsualWidth)
            {
                continue;
            }

            if (!isStarted)
            {
                xml.WriteStartElement("cols", Main);
                isStarted = true;
            }

            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Text(i + 1));
            xml.WriteAttributeString("max", Text(i + 1));
            xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
            if (style > 0)
            {
                xml.WriteAttributeString("style", Text(style));
            }

            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        if (isStarted)
        {
            xml.WriteEndElement();
        }
    }

    private static void WriteRow(XmlWriter xml, DraftSheet sheet, int index, DraftStyles styles)
    {
        var cells = sheet.Rows[index];
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Text(index + 1));
        if (sheet.HiddenRows.Contains(index + 1))
        {
            xml.WriteAttributeString("hidden", "1");
        }
        else if (WrappedText.RowHeight(cells.Index().Where(cell => cell.Item.Style is { Wraps: true }).Select(cell => (cell.Item.Text ?? "", Width(sheet, cell.Index), cell.Item.Style!.Size))) is { } height)
        {
            // Not every program makes a row as high as its wrapped text.
            xml.WriteAttributeString("ht", Text(height));
            xml.WriteAttributeString("customHeight", "1");
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Kind != DraftCellKind.Blank || cells[i].Style is not null)
            {
                WriteCell(xml, new CellAddress(index + 1, i + 1), cells[i], styles.Of(Style(cells[i], isHeader: index < sheet.HeaderRows)));
            }
        }

        xml.WriteEndElement();
    }

    private static DraftStyle? Style(DraftCell cell, bool isHeader) =>
        cell.Style ?? (cell.Kind == DraftCellKind.Date ? DraftStyles.Date : isHeader ? DraftStyles.Header : null);

    private static double Width(DraftSheet sheet, int column) =>
        column < sheet.ColumnWidths.Length && sheet.ColumnWidths[column] > 0 ? sheet.ColumnWidths[column] : UsualWidth;

    private static void WriteCell(XmlWriter xml, CellAddress address, DraftCell cell, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", address.ToString());
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
        else if (cell.Kind != DraftCellKind.Blank)
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
