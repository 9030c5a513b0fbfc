using System.Text;
using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>The names of one part, which are kept until it is read; a part that goes on inventing them is damaged.</summary>
internal sealed class XmlNames
{
    /// <summary>The whole of SpreadsheetML has a few thousand.</summary>
    private const int MostNames = 20_000;

    private readonly XmlName?[] _ofOneByte = new XmlName?[128];
    private readonly Dictionary<string, XmlPrefix> _prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<byte[], XmlName> _names = new(new BytesComparer());
    private readonly Dictionary<byte[], XmlName>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public XmlNames() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <exception cref="XmlException">It is no name.</exception>
    /// <exception cref="InvalidDataException">There are more names than the standard has.</exception>
    public XmlName Get(ReadOnlySpan<byte> utf8)
    {
        // Nearly all names of a sheet are of one letter.
        if (utf8.Length == 1 && utf8[0] < _ofOneByte.Length)
        {
            return _ofOneByte[utf8[0]] ??= Add(utf8);
        }

        return _lookup.TryGetValue(utf8, out var known) ? known : Add(utf8);
    }

    public XmlPrefix Prefix(string text)
    {
        if (!_prefixes.TryGetValue(text, out var prefix))
        {
            _prefixes.Add(text, prefix = new XmlPrefix(text));
        }

        return prefix;
    }

    private XmlName Add(ReadOnlySpan<byte> utf8)
    {
        if (_names.Count >= MostNames)
        {
            throw new InvalidDataException("The XML has too many different names.");
        }

        var text = Encoding.UTF8.GetString(utf8);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
        {
            XmlConvert.VerifyNCName(text[..colon]);
        }

        if (text.Length == 0)
        {
            throw new XmlException("A name is empty.");
        }

        var name = new XmlName(utf8.ToArray(), Prefix(text[..Math.Max(0, colon)]), XmlConvert.VerifyNCName(text[(colon + 1)..]));
        _names.Add(name.Utf8, name);
        return name;
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
