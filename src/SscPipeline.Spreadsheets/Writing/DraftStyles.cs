using System.Globalization;
using System.Xml;

namespace SscPipeline.Spreadsheets;

/// <summary>The styles that a workbook's cells ask for while they are written, by their number in <c>cellXfs</c>.</summary>
internal sealed class DraftStyles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Lower numbers are built in.</summary>
    private const int FirstFormat = 164;

    /// <summary>Two fills that every program expects before any other.</summary>
    private const int FirstFill = 2;

    private static readonly DraftStyle s_plain = new();
    private readonly List<DraftStyle> _styles = [s_plain];
    private readonly List<(bool IsBold, int Size, string? Ink)> _fonts = [Font(s_plain)];
    private readonly List<string> _fills = [];
    private readonly List<string> _formats = [];

    public static DraftStyle Date { get; } = new() { NumberFormat = @"yyyy\-mm\-dd" };

    public static DraftStyle Header { get; } = new() { IsBold = true, Fill = "E7E6E6", Wraps = true };

    public int Of(DraftStyle? style)
    {
        var wanted = style ?? s_plain;
        var at = _styles.IndexOf(wanted);
        if (at >= 0)
        {
            return at;
        }

        Note(_fonts, Font(wanted));
        Note(_fills, wanted.Fill);
        Note(_formats, wanted.NumberFormat);
        _styles.Add(wanted);
        return _styles.Count - 1;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        if (_formats.Count > 0)
        {
            List(xml, "numFmts", _formats.Count, at => Element(xml, "numFmt", ("numFmtId", Text(FirstFormat + at)), ("formatCode", _formats[at])));
        }

        List(xml, "fonts", _fonts.Count, at => WriteFont(xml, _fonts[at]));
        List(xml, "fills", FirstFill + _fills.Count, at => WriteFill(xml, at));
        List(xml, "borders", 2, at => WriteBorder(xml, hasLines: at == 1));
        List(xml, "cellStyleXfs", 1, _ => Element(xml, "xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")));
        List(xml, "cellXfs", _styles.Count, at => WriteStyle(xml, _styles[at]));
        List(xml, "cellStyles", 1, _ => Element(xml, "cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")));
        xml.WriteEndElement();
    }

    private void WriteStyle(XmlWriter xml, DraftStyle style)
    {
        xml.WriteStartElement("xf", Main);
        Attributes(
            xml,
            ("numFmtId", Text(style.NumberFormat is { } format ? FirstFormat + _formats.IndexOf(format) : 0)),
            ("fontId", Text(_fonts.IndexOf(Font(style)))),
            ("fillId", Text(style.Fill is { } fill ? FirstFill + _fills.IndexOf(fill) : 0)),
            ("borderId", style.HasBorder ? "1" : "0"),
            ("xfId", "0"),
            ("applyNumberFormat", style.NumberFormat is null ? "0" : "1"),
            ("applyFont", "1"),
            ("applyFill", style.Fill is null ? "0" : "1"),
            ("applyBorder", style.HasBorder ? "1" : "0"));
        if (style.Wraps || style.IsCentred)
        {
            xml.WriteAttributeString("applyAlignment", "1");
            Element(xml, "alignment", ("horizontal", style.IsCentred ? "center" : "general"), ("vertical", "top"), ("wrapText", style.Wraps ? "1" : "0"));
        }

        xml.WriteEndElement();
    }

    private static void WriteFont(XmlWriter xml, (bool IsBold, int Size, string? Ink) font)
    {
        xml.WriteStartElement("font", Main);
        if (font.IsBold)
        {
            Element(xml, "b");
        }

        Element(xml, "sz", ("val", Text(font.Size)));
        if (font.Ink is { } ink)
        {
            Element(xml, "color", ("rgb", "FF" + ink));
        }

        Element(xml, "name", ("val", "Calibri"));
        xml.WriteEndElement();
    }

    private void WriteFill(XmlWriter xml, int at)
    {
        xml.WriteStartElement("fill", Main);
        xml.WriteStartElement("patternFill", Main);
        xml.WriteAttributeString("patternType", at switch { 0 => "none", 1 => "gray125", _ => "solid" });
        if (at >= FirstFill)
        {
            Element(xml, "fgColor", ("rgb", "FF" + _fills[at - FirstFill]));
            Element(xml, "bgColor", ("indexed", "64"));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteBorder(XmlWriter xml, bool hasLines)
    {
        xml.WriteStartElement("border", Main);
        foreach (var side in (ReadOnlySpan<string>)["left", "right", "top", "bottom"])
        {
            xml.WriteStartElement(side, Main);
            if (hasLines)
            {
                xml.WriteAttributeString("style", "thin");
                Element(xml, "color", ("rgb", "FFA6A6A6"));
            }

            xml.WriteEndElement();
        }

        Element(xml, "diagonal");
        xml.WriteEndElement();
    }

    private static void List(XmlWriter xml, string name, int count, Action<int> write)
    {
        xml.WriteStartElement(name, Main);
        xml.WriteAttributeString("count", Text(count));
        for (var at = 0; at < count; at++)
        {
            write(at);
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Main);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    private static void Note<T>(List<T> known, T? wanted)
    {
        if (wanted is not null && !known.Contains(wanted))
        {
            known.Add(wanted);
        }
    }

    private static (bool IsBold, int Size, string? Ink) Font(DraftStyle style) => (style.IsBold, style.Size, style.Ink);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
