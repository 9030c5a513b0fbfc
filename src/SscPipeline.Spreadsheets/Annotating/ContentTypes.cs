using System.Xml.Linq;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary><c>[Content_Types].xml</c>: what each part of the package is.</summary>
internal sealed class ContentTypes
{
    public const string Part = "[Content_Types].xml";
    public const string Worksheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    public const string Styles = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    public const string Comments = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    public const string Vml = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private static readonly XNamespace s_types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private readonly XDocument _document;

    private ContentTypes(XDocument document) => _document = document;

    public static ContentTypes Create() => new(new XDocument(new XElement(
        s_types + "Types",
        new XElement(s_types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(s_types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")))));

    public static ContentTypes Load(OoxmlPackage package) => package.Has(Part) ? new(PartXml.Load(package, Part)) : Create();

    public void Add(string part, string type) =>
        _document.Root!.Add(new XElement(s_types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));

    public void Remove(Func<string, bool> isPart) =>
        _document.Root!.Elements(s_types + "Override")
            .Where(one => isPart(PartName.Normalise((string?)one.Attribute("PartName") ?? "")))
            .Remove();

    /// <summary>Drawings of notes are known by their extension: some programs look no further.</summary>
    public void AddVml(string part)
    {
        var known = _document.Root!.Elements(s_types + "Default")
            .FirstOrDefault(one => string.Equals((string?)one.Attribute("Extension"), "vml", StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            _document.Root.AddFirst(new XElement(s_types + "Default", new XAttribute("Extension", "vml"), new XAttribute("ContentType", Vml)));
        }
        else if ((string?)known.Attribute("ContentType") != Vml)
        {
            Add(part, Vml);
        }
    }

    /// <summary>A program that opens a workbook wants the extension to fit its main part.</summary>
    public string Extension(string main)
    {
        var type = _document.Root!.Elements(s_types + "Override")
            .FirstOrDefault(one => string.Equals(PartName.Normalise((string?)one.Attribute("PartName") ?? ""), main, StringComparison.OrdinalIgnoreCase));
        return (string?)type?.Attribute("ContentType") switch
        {
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml" => ".xlsm",
            "application/vnd.ms-excel.template.macroEnabled.main+xml" => ".xltm",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml" => ".xltx",
            _ => ".xlsx",
        };
    }

    public void Save(Stream part) => PartXml.Save(_document, part);
}
