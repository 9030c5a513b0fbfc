using System.Globalization;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>The number format of each cell style (<c>xl/styles.xml</c>, <c>cellXfs</c>).</summary>
internal static class StyleFormats
{
    /// <summary>Excel itself stops at 65,490.</summary>
    private const int MostStyles = 100_000;

    public static NumberFormat[] Read(XmlPart xml, ReadingMeter meter)
    {
        var codes = new Dictionary<int, string>();
        var formats = new FormatPool();
        var styles = new List<NumberFormat>();
        var inCells = false;
        while (xml.Read())
        {
            switch (xml.Name)
            {
                case "numFmt" when xml.IsElement && Id(xml) is { } id:
                    codes[id] = xml.Attribute("formatCode") ?? "General";
                    meter.CountText(codes[id].Length);
                    break;
                case "cellXfs":
                    inCells = xml.IsElement && !xml.IsEmpty;
                    break;
                case "xf" when xml.IsElement && inCells:
                    styles.Add(formats.Get(Id(xml) is { } used ? codes.GetValueOrDefault(used) ?? BuiltInFormats.Code(used) : "General"));
                    break;
                default:
                    break;
            }

            if (styles.Count > MostStyles || codes.Count > MostStyles)
            {
                throw UnreadableWorkbookException.Limit("more than 100,000 cell styles", "a workbook may have 100,000 cell styles");
            }
        }

        return [.. styles];
    }

    private static int? Id(XmlPart xml) =>
        int.TryParse(xml.Attribute("numFmtId"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : null;
}
