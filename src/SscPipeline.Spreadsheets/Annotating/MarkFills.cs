using System.Xml.Linq;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Our two fills: orange and light blue, which colour-blind people tell apart too, both with black text far above 7:1.</summary>
/// <remarks>A solid fill shows its foreground only, so the background keeps the colour that the cell had before; that is how a
/// mark is taken off again. Both colours together are ours alone: no palette of a spreadsheet program offers them.</remarks>
internal static class MarkFills
{
    public const string Error = "FFF4A582";
    public const string Warning = "FFC6E0F1";

    /// <summary>Black in place of a light letter, which would vanish on our fills; one step off black, so that we know it again.</summary>
    public const string Dark = "FF010101";

    public static XElement Over(XElement? old, bool isError, XNamespace main) => new(
        main + "fill",
        new XElement(
            main + "patternFill",
            new XAttribute("patternType", "solid"),
            new XElement(main + "fgColor", new XAttribute("rgb", isError ? Error : Warning)),
            new XElement(main + "bgColor", SolidColour(old, main)?.Attributes() ?? [new XAttribute("indexed", 64)])));

    public static bool IsOurs(XElement fill, XNamespace main) => (string?)SolidColour(fill, main)?.Attribute("rgb") is Error or Warning;

    /// <summary>The fill below ours; null when there was none.</summary>
    public static XElement? Below(XElement ours, XNamespace main)
    {
        var colour = ours.Element(main + "patternFill")!.Element(main + "bgColor");
        return colour is null || (string?)colour.Attribute("indexed") is "64" or "65" || !colour.HasAttributes
            ? null
            : new XElement(
                main + "fill",
                new XElement(
                    main + "patternFill",
                    new XAttribute("patternType", "solid"),
                    new XElement(main + "fgColor", colour.Attributes()),
                    new XElement(main + "bgColor", new XAttribute("indexed", 64))));
    }

    private static XElement? SolidColour(XElement? fill, XNamespace main) =>
        fill?.Element(main + "patternFill") is { } pattern && (string?)pattern.Attribute("patternType") == "solid" ? pattern.Element(main + "fgColor") : null;
}
