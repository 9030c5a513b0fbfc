using System.Xml.Linq;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>One style per number format.</summary>
internal sealed class PlainStyles
{
    /// <summary>Lower ids are built in.</summary>
    private const int FirstFormat = 164;
    private readonly Dictionary<string, int> _styles = new(StringComparer.Ordinal) { [NumberFormat.General.Code] = 0 };

    public int Of(NumberFormat format)
    {
        if (!_styles.TryGetValue(format.Code, out var style))
        {
            _styles[format.Code] = style = _styles.Count;
        }

        return style;
    }

    public void Save(Stream part)
    {
        var main = Dialect.Transitional.Main;
        var custom = _styles.Where(style => style.Value > 0).OrderBy(style => style.Value).ToList();
        PartXml.Save(
            new XDocument(new XElement(
                main + "styleSheet",
                custom.Count == 0 ? null : new XElement(
                    main + "numFmts",
                    new XAttribute("count", custom.Count),
                    custom.Select(style => new XElement(
                        main + "numFmt", new XAttribute("numFmtId", FirstFormat + style.Value), new XAttribute("formatCode", style.Key)))),
                new XElement(main + "fonts", new XAttribute("count", 1), new XElement(
                    main + "font", new XElement(main + "sz", new XAttribute("val", 11)), new XElement(main + "name", new XAttribute("val", "Calibri")))),
                new XElement(main + "fills", new XAttribute("count", 2), Fill(main, "none"), Fill(main, "gray125")),
                new XElement(main + "borders", new XAttribute("count", 1), new XElement(main + "border")),
                new XElement(main + "cellStyleXfs", new XAttribute("count", 1), Style(main, 0)),
                new XElement(main + "cellXfs", new XAttribute("count", custom.Count + 1), Style(main, 0), custom.Select(style => Style(main, FirstFormat + style.Value))))),
            part);
    }

    private static XElement Fill(XNamespace main, string pattern) =>
        new(main + "fill", new XElement(main + "patternFill", new XAttribute("patternType", pattern)));

    private static XElement Style(XNamespace main, int format) => new(
        main + "xf",
        new XAttribute("numFmtId", format),
        new XAttribute("fontId", 0),
        new XAttribute("fillId", 0),
        new XAttribute("borderId", 0),
        format > 0 ? new XAttribute("applyNumberFormat", 1) : null);
}
