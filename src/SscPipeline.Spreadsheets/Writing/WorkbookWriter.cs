using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>Writes a plain <c>.xlsx</c> workbook.</summary>
/// <remarks>The same sheets give the same bytes: parts carry no time and no author.</remarks>
public static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string TypePrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The earliest that a zip knows.</summary>
    internal static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings s_settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    /// <exception cref="ArgumentException">There is no visible sheet, or a name or a validation is not possible.</exception>
    public static void Write(Stream destination, IReadOnlyList<DraftSheet> sheets)
    {
        SheetNames.Ensure(sheets);
        using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        WritePart(zip, "[Content_Types].xml", xml => WriteTypes(xml, sheets.Count));
        WritePart(zip, "_rels/.rels", xml => WriteLinks(xml, [("officeDocument", "xl/workbook.xml")]));
        WritePart(zip, "xl/workbook.xml", xml => WriteWorkbook(xml, sheets));
        WritePart(zip, "xl/_rels/workbook.xml.rels", xml => WriteLinks(
            xml, [.. Enumerable.Range(1, sheets.Count).Select(n => ("worksheet", Invariant($"worksheets/sheet{n}.xml"))), ("styles", "styles.xml")]));

        // The sheets say which styles are needed while they are written, so the styles go last.
        var styles = new DraftStyles();
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            WritePart(zip, Invariant($"xl/worksheets/sheet{i + 1}.xml"), xml => DraftSheetPart.Write(xml, sheet, styles));
        }

        WritePart(zip, "xl/styles.xml", styles.Write);
    }

    private static void WritePart(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var xml = XmlWriter.Create(entry.Open(), s_settings);
        write(xml);
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", Types);
        WriteType(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(xml, "Default", "Extension", "xml", "application/xml");
        WriteType(xml, "Override", "PartName", "/xl/workbook.xml", TypePrefix + "sheet.main+xml");
        WriteType(xml, "Override", "PartName", "/xl/styles.xml", TypePrefix + "styles+xml");
        for (var n = 1; n <= sheets; n++)
        {
            WriteType(xml, "Override", "PartName", Invariant($"/xl/worksheets/sheet{n}.xml"), TypePrefix + "worksheet+xml");
        }

        xml.WriteEndElement();
    }

    private static void WriteType(XmlWriter xml, string element, string key, string value, string type)
    {
        xml.WriteStartElement(element, Types);
        xml.WriteAttributeString(key, value);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter xml, IReadOnlyList<(string Type, string Target)> links)
    {
        xml.WriteStartElement("Relationships", PackageLinks);
        for (var i = 0; i < links.Count; i++)
        {
            xml.WriteStartElement("Relationship", PackageLinks);
            xml.WriteAttributeString("Id", Invariant($"rId{i + 1}"));
            xml.WriteAttributeString("Type", $"{Links}/{links[i].Type}");
            xml.WriteAttributeString("Target", links[i].Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<DraftSheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", Invariant($"{i + 1}"));
            if (sheets[i].Visibility != SheetVisibility.Visible)
            {
                xml.WriteAttributeString("state", sheets[i].Visibility == SheetVisibility.Hidden ? "hidden" : "veryHidden");
            }

            xml.WriteAttributeString("r", "id", Links, Invariant($"rId{i + 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
