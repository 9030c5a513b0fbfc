using System.Globalization;
using System.Xml;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>One worksheet part with the cells of a sheet that came in another format.</summary>
internal static class PlainSheet
{
    private static readonly string s_main = Dialect.Transitional.Main.NamespaceName;

    public static void Write(Stream part, Sheet sheet, PlainStyles styles, string? drawing, CancellationToken cancellationToken)
    {
        using var xml = PartXml.Write(part);
        xml.WriteStartElement("worksheet", s_main);
        WriteHiddenColumns(xml, sheet);
        xml.WriteStartElement("sheetData", s_main);
        foreach (var row in sheet.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            xml.WriteStartElement("row", s_main);
            xml.WriteAttributeString("r", Text(row.Number));
            if (row.IsHidden)
            {
                xml.WriteAttributeString("hidden", "1");
            }

            foreach (var cell in row.Cells)
            {
                WriteCell(xml, row.Number, cell, styles);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        MergedCells.Write(xml, sheet.Merged);
        if (drawing is not null)
        {
            xml.WriteStartElement("legacyDrawing", s_main);
            xml.WriteAttributeString("r", "id", Dialect.Transitional.Links.NamespaceName, drawing);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteHiddenColumns(XmlWriter xml, Sheet sheet)
    {
        if (sheet.HiddenColumns.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement("cols", s_main);
        foreach (var column in sheet.HiddenColumns.Order())
        {
            xml.WriteStartElement("col", s_main);
            xml.WriteAttributeString("min", Text(column));
            xml.WriteAttributeString("max", Text(column));
            xml.WriteAttributeString("width", "9");
            xml.WriteAttributeString("hidden", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>A text stays a text, whatever its first character; of a formula the value is kept.</summary>
    private static void WriteCell(XmlWriter xml, int row, Cell cell, PlainStyles styles)
    {
        xml.WriteStartElement("c", s_main);
        xml.WriteAttributeString("r", new CellAddress(row, cell.Column).ToString());
        if (styles.Of(cell.Format) is > 0 and var style)
        {
            xml.WriteAttributeString("s", Text(style));
        }

        switch (cell.Kind)
        {
            case CellKind.Text:
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", s_main);
                xml.WriteStartElement("t", s_main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(EscapedText.Encode(cell.Text!));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case CellKind.Number:
                xml.WriteElementString("v", s_main, cell.Number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case CellKind.Boolean:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", s_main, Text((int)cell.Number));
                break;
            case CellKind.Error:
                xml.WriteAttributeString("t", "e");
                xml.WriteElementString("v", s_main, cell.Text);
                break;
            default:
                break;
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
