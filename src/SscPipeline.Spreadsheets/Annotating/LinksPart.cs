using System.Globalization;
using System.Xml.Linq;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>The relationships of one part, to be added to.</summary>
internal sealed class LinksPart
{
    private static readonly XNamespace s_links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly string _source;
    private readonly XDocument _document;

    private LinksPart(string source, XDocument document) => (_source, _document) = (source, document);

    public string Name => PartName.OfRelationships(_source);

    public bool IsChanged { get; private set; }

    public static LinksPart Create(string source) => new(source, new XDocument(new XElement(s_links + "Relationships")));

    public static LinksPart Load(OoxmlPackage package, string source)
    {
        var name = PartName.OfRelationships(source);
        return package.Has(name) ? new LinksPart(source, PartXml.Load(package, name)) : Create(source);
    }

    /// <param name="type">The last segment of the type's address.</param>
    /// <returns>The part of the first relationship of this type; null when there is none inside the package.</returns>
    public string? FirstTarget(string type) =>
        Entries().FirstOrDefault(one => TypeOf(one) == type && !IsExternal(one)) is { } found ? Target(found) : null;

    public string? TargetOf(string? id) =>
        id is not null && Entries().FirstOrDefault(one => (string?)one.Attribute("Id") == id && !IsExternal(one)) is { } found ? Target(found) : null;

    /// <returns>The id of the new relationship.</returns>
    public string Add(string typeAddress, string part)
    {
        var used = Entries().Select(one => (string?)one.Attribute("Id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = 1;
        string id;
        while (used.Contains(id = string.Create(CultureInfo.InvariantCulture, $"rIdSsc{number}")))
        {
            number++;
        }

        _document.Root!.Add(new XElement(
            _document.Root.Name.Namespace + "Relationship", new XAttribute("Id", id), new XAttribute("Type", typeAddress), new XAttribute("Target", "/" + part)));
        IsChanged = true;
        return id;
    }

    public void Remove(Func<string, bool> isTarget, Func<string, bool> isType)
    {
        foreach (var entry in Entries().Where(one => !IsExternal(one) && (isTarget(Target(one)) || isType(TypeOf(one)))).ToList())
        {
            entry.Remove();
            IsChanged = true;
        }
    }

    public void Save(Stream part) => PartXml.Save(_document, part);

    private IEnumerable<XElement> Entries() => _document.Root!.Elements().Where(one => one.Attribute("Target") is not null);

    private static bool IsExternal(XElement entry) => string.Equals((string?)entry.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);

    private string Target(XElement entry) => PartName.Resolve(_source, (string)entry.Attribute("Target")!);

    private static string TypeOf(XElement entry)
    {
        var type = (string?)entry.Attribute("Type") ?? "";
        return type[(type.LastIndexOf('/') + 1)..];
    }
}
