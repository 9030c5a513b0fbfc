using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>The texts that cells refer to by number. Runs of rich text are joined; readings of East Asian text (<c>rPh</c>) are left out.</summary>
internal static class SharedStrings
{
    public static List<string> Read(XmlPart xml, TextPool texts, ReadingMeter meter)
    {
        var strings = new List<string>();
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "si")
            {
                meter.CountPiece();
                strings.Add(texts.Keep(ReadItem(xml)));
            }
        }

        return strings;
    }

    /// <summary>The joined text of an <c>si</c>, <c>is</c> or <c>text</c> element.</summary>
    public static ReadOnlySpan<char> ReadItem(XmlPart xml)
    {
        GatherItem(xml);
        return xml.Text;
    }

    public static void GatherItem(XmlPart xml)
    {
        xml.ClearText();
        if (xml.IsEmpty)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.ReadInside(depth))
        {
            if (xml.Name == "rPh")
            {
                xml.Skip();
            }
            else if (xml.Name == "t")
            {
                xml.AppendText();
            }
        }
    }
}
