using System.Globalization;
using System.Xml.Linq;

namespace SscPipeline.Spreadsheets.Annotating;

internal static class StyleColours
{
    /// <summary>Whether letters of this colour are hard to read on a light ground: white by name, or with a luma above 160 of 255.</summary>
    public static bool IsLight(XElement colour)
    {
        if ((string?)colour.Attribute("theme") is { } theme)
        {
            return theme == "0";
        }

        if ((string?)colour.Attribute("indexed") is { } indexed)
        {
            return indexed is "1" or "9";
        }

        return uint.TryParse((string?)colour.Attribute("rgb"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            && ((0.299 * ((rgb >> 16) & 0xFF)) + (0.587 * ((rgb >> 8) & 0xFF)) + (0.114 * (rgb & 0xFF))) > 160;
    }
}
