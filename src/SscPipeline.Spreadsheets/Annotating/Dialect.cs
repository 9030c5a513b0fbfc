using System.Xml.Linq;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>The namespaces of a SpreadsheetML file: the transitional ones that everybody writes, or the strict ones.</summary>
internal sealed record Dialect(XNamespace Main, XNamespace Links)
{
    public static Dialect Transitional { get; } = new(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    public static Dialect Strict { get; } = new(
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public static Dialect Of(XElement root) => root.Name.Namespace == Strict.Main ? Strict : Transitional with { Main = root.Name.Namespace };

    /// <summary>The address of a relationship's type.</summary>
    public string LinkType(string name) => $"{Links.NamespaceName}/{name}";
}
