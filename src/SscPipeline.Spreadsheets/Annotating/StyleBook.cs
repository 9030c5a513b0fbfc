using System.Globalization;
using System.Xml.Linq;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary><c>xl/styles.xml</c>: every marked cell keeps its own style, with a fill of ours on top.</summary>
internal sealed class StyleBook
{
    /// <summary>The order that the schema wants.</summary>
    private static readonly string[] s_order =
        ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    private readonly XDocument _document;
    private readonly XNamespace _main;
    private readonly StyleSection _fonts;
    private readonly StyleSection _fills;
    private readonly StyleSection _cells;
    private readonly Dictionary<(int Style, bool IsError), int> _marked = [];
    private readonly Dictionary<int, int> _unmarked = [];
    private readonly HashSet<int> _ours;

    public StyleBook(XDocument document)
    {
        _document = document;
        _main = document.Root!.Name.Namespace;
        _fonts = Section("fonts");
        _fills = Section("fills");
        _cells = Section("cellXfs");
        Section("borders").Ensure(() => new XElement(_main + "border"));
        _fonts.Ensure(() => new XElement(_main + "font", Value("sz", "11"), Value("name", "Calibri")));
        _fills.Ensure(() => Pattern("none"), () => Pattern("gray125"));
        _cells.Ensure(() => Style(0, 0));
        _ours = [.. Enumerable.Range(0, _fills.Count).Where(at => MarkFills.IsOurs(_fills[at], _main))];
        Issues = new IssueStyles(AddIssueStyle);
    }

    /// <summary>The styles of our own sheet.</summary>
    public IssueStyles Issues { get; }

    /// <summary>Some cells may still carry the fills of an earlier copy.</summary>
    public bool HasOldMarks => _ours.Count > 0;

    /// <returns>The number of the style that looks like <paramref name="style"/> with our fill.</returns>
    public int Marked(int style, bool isError)
    {
        var plain = Unmarked(style);
        if (!_marked.TryGetValue((plain, isError), out var marked))
        {
            var copy = new XElement(_cells[plain]);
            copy.SetAttributeValue("fillId", _fills.Add(MarkFills.Over(_fills.Find(Number(copy, "fillId")), isError, _main)));
            copy.SetAttributeValue("applyFill", "1");
            Recolour(copy, StyleColours.IsLight, MarkFills.Dark);
            _marked[(plain, isError)] = marked = _cells.Add(copy);
        }

        return marked;
    }

    /// <returns>The style without a fill of ours; itself when it has none, and 0 for a number that does not exist.</returns>
    public int Unmarked(int style)
    {
        if ((uint)style >= (uint)_cells.Count)
        {
            return 0;
        }

        if (!_ours.Contains(Number(_cells[style], "fillId")))
        {
            return style;
        }

        if (!_unmarked.TryGetValue(style, out var plain))
        {
            var copy = new XElement(_cells[style]);
            var below = MarkFills.Below(_fills[Number(copy, "fillId")], _main);
            copy.SetAttributeValue("fillId", below is null ? 0 : _fills.Add(below));
            Recolour(copy, colour => (string?)colour.Attribute("rgb") == MarkFills.Dark, "FFFFFFFF");
            _unmarked[style] = plain = _cells.Add(copy);
        }

        return plain;
    }

    public void Save(Stream part)
    {
        foreach (var section in new[] { _fonts, _fills, _cells })
        {
            section.SetCount();
        }

        PartXml.Save(_document, part);
    }

    public static XDocument Empty(Dialect dialect) => new(new XElement(dialect.Main + "styleSheet"));

    private void Recolour(XElement style, Func<XElement, bool> applies, string rgb)
    {
        if (_fonts.Find(Number(style, "fontId")) is { } font && font.Element(_main + "color") is { } colour && applies(colour))
        {
            var copy = new XElement(font);
            copy.Element(_main + "color")!.ReplaceAttributes(new XAttribute("rgb", rgb));
            style.SetAttributeValue("fontId", _fonts.Add(copy));
            style.SetAttributeValue("applyFont", "1");
        }
    }

    private int AddIssueStyle(bool isBold, string? fontColour, string? fill)
    {
        var font = fontColour is null && !isBold ? 0 : _fonts.Add(new XElement(
            _main + "font",
            isBold ? new XElement(_main + "b") : null,
            fontColour is null ? null : new XElement(_main + "u"),
            Value("sz", "11"),
            fontColour is null ? null : new XElement(_main + "color", new XAttribute("rgb", fontColour)),
            Value("name", "Calibri")));
        var filled = fill is null ? 0 : _fills.Add(new XElement(_main + "fill", new XElement(
            _main + "patternFill", new XAttribute("patternType", "solid"), new XElement(_main + "fgColor", new XAttribute("rgb", fill)))));
        var style = Style(font, filled);
        style.Add(new XAttribute("applyAlignment", "1"), new XElement(_main + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", "1")));
        return _cells.Add(style);
    }

    private XElement Style(int font, int fill) => new(
        _main + "xf",
        new XAttribute("numFmtId", 0),
        new XAttribute("fontId", font),
        new XAttribute("fillId", fill),
        new XAttribute("borderId", 0),
        font > 0 ? new XAttribute("applyFont", "1") : null,
        fill > 0 ? new XAttribute("applyFill", "1") : null);

    private XElement Pattern(string type) => new(_main + "fill", new XElement(_main + "patternFill", new XAttribute("patternType", type)));

    private XElement Value(string name, string value) => new(_main + name, new XAttribute("val", value));

    private static int Number(XElement style, string name) =>
        int.TryParse((string?)style.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private StyleSection Section(string name)
    {
        var root = _document.Root!;
        if (root.Element(_main + name) is { } known)
        {
            return new StyleSection(known);
        }

        var section = new XElement(_main + name);
        var later = s_order.Skip(Array.IndexOf(s_order, name) + 1).ToHashSet(StringComparer.Ordinal);
        if (root.Elements().FirstOrDefault(one => later.Contains(one.Name.LocalName)) is { } next)
        {
            next.AddBeforeSelf(section);
        }
        else
        {
            root.Add(section);
        }

        return new StyleSection(section);
    }
}
