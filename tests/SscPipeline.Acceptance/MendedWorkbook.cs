using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace SscPipeline.Acceptance;

/// <summary>Types values into cells of an .xlsx, as a coordinator would, and leaves everything else as it is.</summary>
internal static class MendedWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="cells">Sheet, A1 address of a cell that is there, and what to type; nothing empties the cell.</param>
    public static byte[] Type(byte[] workbook, IEnumerable<(string Sheet, string Cell, string Value)> cells)
    {
        using var book = new MemoryStream();
        book.Write(workbook);
        using (var zip = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheets = Read(zip, "xl/workbook.xml").Descendants(Main + "sheet").ToDictionary(sheet => sheet.Attribute("name")!.Value, sheet => sheet.Attribute(Office + "id")!.Value);
            var parts = Read(zip, "xl/_rels/workbook.xml.rels").Root!.Elements().ToDictionary(link => link.Attribute("Id")!.Value, link => link.Attribute("Target")!.Value);
            foreach (var sheet in cells.GroupBy(cell => cell.Sheet, StringComparer.Ordinal))
            {
                var part = parts[sheets[sheet.Key]];
                var name = part.StartsWith('/') ? part[1..] : $"xl/{part}";
                var content = Read(zip, name);
                foreach (var (_, address, value) in sheet)
                {
                    Set(content.Descendants(Main + "c").Single(cell => cell.Attribute("r")!.Value == address), value);
                }

                zip.GetEntry(name)!.Delete();
                using var written = zip.CreateEntry(name).Open();
                content.Save(written);
            }
        }

        return book.ToArray();
    }

    private static XDocument Read(ZipArchive zip, string name)
    {
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    private static void Set(XElement cell, string value)
    {
        cell.RemoveNodes();
        cell.Attribute("t")?.Remove();
        if (decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            cell.Add(new XElement(Main + "v", value));
        }
        else if (value.Length > 0)
        {
            cell.SetAttributeValue("t", "inlineStr");
            cell.Add(new XElement(Main + "is", new XElement(Main + "t", value)));
        }
    }
}
