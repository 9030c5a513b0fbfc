using System.Xml;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>Writes the <c>mergeCells</c> of a worksheet.</summary>
internal static class MergedCells
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A range of one cell is none.</summary>
    public static void Write(XmlWriter xml, IEnumerable<CellRange> merged)
    {
        var ranges = merged.Where(range => range.First != range.Last).ToList();
        if (ranges.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("mergeCells", Main);
        foreach (var range in ranges)
        {
            xml.WriteStartElement("mergeCell", Main);
            xml.WriteAttributeString("ref", range.ToString());
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
