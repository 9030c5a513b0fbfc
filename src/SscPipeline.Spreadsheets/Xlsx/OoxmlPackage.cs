using System.IO.Compression;
using System.Text;
using SscPipeline.Spreadsheets.Detection;
using SscPipeline.Spreadsheets.Limits;
using SscPipeline.Spreadsheets.Xml;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>The parts of a zip container and the relationships between them. Every byte unpacked is metered.</summary>
internal sealed class OoxmlPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly ReadingMeter _meter;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public OoxmlPackage(Stream content, ReadingMeter meter)
    {
        ZipDirectory.Count(content, meter);
        content.Position = 0;
        _meter = meter;
        _zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in _zip.Entries)
        {
            _parts.TryAdd(PartName.Normalise(entry.FullName), entry);
        }
    }

    public IEnumerable<string> Names => _parts.Keys;

    public bool Has(string name) => _parts.ContainsKey(name);

    public bool IsEncrypted => _zip.Entries.Any(entry => entry.IsEncrypted);

    public Stream OpenStream(string name, bool isXml)
    {
        if (!_parts.TryGetValue(name, out var entry))
        {
            throw UnreadableWorkbookException.Damaged("a workbook in which a part that it refers to is missing");
        }

        return new MeteredStream(entry.Open(), _meter, isXml);
    }

    public XmlPart Open(string name)
    {
        var content = OpenStream(name, isXml: true);
        return new XmlPart(EncodingOf(name) is { } other ? Encoding.CreateTranscodingStream(content, other, Encoding.UTF8) : content, _meter);
    }

    /// <summary>Relationships of a part; of the package itself for an empty name.</summary>
    public List<Relationship> Relationships(string part)
    {
        var found = new List<Relationship>();
        var name = PartName.OfRelationships(part);
        if (!Has(name))
        {
            return found;
        }

        using var xml = Open(name);
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "Relationship" && xml.Attribute("Target") is { } target)
            {
                _meter.CountPiece();
                _meter.CountText(target.Length);
                var isExternal = string.Equals(xml.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
                found.Add(new Relationship(
                    xml.Attribute("Id") ?? "",
                    LastSegment(xml.Attribute("Type") ?? ""),
                    isExternal ? target : PartName.Resolve(part, target),
                    isExternal));
            }
        }

        return found;
    }

    public void Dispose() => _zip.Dispose();

    private Encoding? EncodingOf(string part)
    {
        Span<byte> head = stackalloc byte[XmlEncoding.HeadLength];
        using var content = _parts[part].Open();
        return XmlEncoding.Of(head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
    }

    private static string LastSegment(string type) => type[(type.LastIndexOf('/') + 1)..];
}
