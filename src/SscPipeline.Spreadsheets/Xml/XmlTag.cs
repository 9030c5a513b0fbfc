using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>The tag with which an element begins. Values of attributes stay where they are, as places in the window.</summary>
internal sealed class XmlTag
{
    /// <summary>Above it, names are looked up in a set: a hostile tag has a hundred thousand of them.</summary>
    private const int Few = 16;

    private XmlAttribute[] _attributes = new XmlAttribute[Few];
    private readonly HashSet<XmlName> _many = new(ReferenceEqualityComparer.Instance);

    public XmlName Name { get; private set; } = new([], new XmlPrefix(""), "");

    public bool IsEmpty { get; private set; }

    public int Count { get; private set; }

    public XmlAttribute this[int index] => _attributes[index];

    private ReadOnlySpan<XmlAttribute> Attributes => _attributes.AsSpan(0, Count);

    public static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <param name="text">Begins with the tag.</param>
    /// <param name="place">Of <paramref name="text"/> in the window.</param>
    /// <param name="names">Of the part.</param>
    /// <returns>How long the tag is; 0 when its end is not there yet.</returns>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public int Parse(ReadOnlySpan<byte> text, int place, XmlNames names)
    {
        Count = 0;
        var at = EndOfName(text, 1);
        if (at == text.Length)
        {
            return 0;
        }

        Name = names.Get(text[1..at]);
        while (true)
        {
            var afterLast = at;
            at = EndOfSpace(text, at);
            if (at + 1 >= text.Length && !(at < text.Length && text[at] == '>'))
            {
                return 0;
            }

            switch ((char)text[at])
            {
                case '>':
                    IsEmpty = false;
                    return at + 1;
                case '/':
                    IsEmpty = true;
                    return text[at + 1] == '>' ? at + 2 : throw new XmlException("A slash stands within a tag.");
                default:
                    at = at > afterLast ? ParseAttribute(text, at, place, names) : throw new XmlException("Nothing separates two attributes.");
                    break;
            }

            if (at == 0)
            {
                return 0;
            }
        }
    }

    /// <summary>Prefixes hold for the element at this depth and what is in it; those that it uses must be declared by then.</summary>
    public void Declare(XmlNames names, int depth, Stack<(int Depth, XmlPrefix Prefix)> declared)
    {
        var hasPrefix = Name.Prefix.Text.Length > 0;
        foreach (ref readonly var attribute in Attributes)
        {
            hasPrefix |= attribute.Name.Prefix.Text.Length > 0;
            if (attribute.Name.Prefix.Text == "xmlns")
            {
                var prefix = names.Prefix(attribute.Name.Local);
                prefix.Declared++;
                declared.Push((depth, prefix));
            }
        }

        if (!hasPrefix)
        {
            return;
        }

        Require(Name);
        foreach (ref readonly var attribute in Attributes)
        {
            Require(attribute.Name);
        }
    }

    private static void Require(XmlName name)
    {
        if (name.Prefix.Declared == 0)
        {
            throw new XmlException("A prefix is not declared.");
        }
    }

    /// <returns>Where the attribute ends; 0 when its end is not there yet.</returns>
    private int ParseAttribute(ReadOnlySpan<byte> text, int at, int place, XmlNames names)
    {
        var end = EndOfName(text, at);
        var equals = EndOfSpace(text, end);
        var start = EndOfSpace(text, equals + 1) + 1;
        if (start >= text.Length)
        {
            return 0;
        }

        if (text[equals] != '=' || text[start - 1] is not ((byte)'"' or (byte)'\''))
        {
            throw new XmlException("An attribute has no value in quotes.");
        }

        var length = text[start..].IndexOf(text[start - 1]);
        var value = length < 0 ? text[start..] : text.Slice(start, length);
        if (value.IndexOfAny((byte)'<', (byte)'&') is >= 0 and var special)
        {
            if (value[special..].Contains((byte)'<'))
            {
                throw new XmlException("A value holds a tag.");
            }

            XmlCharacters.CheckReferences(length < 0 ? [] : value);
        }

        if (length < 0)
        {
            return 0;
        }

        Add(new XmlAttribute(names.Get(text[at..end]), place + start, length));
        return start + length + 1;
    }

    private void Add(XmlAttribute attribute)
    {
        if (Count < Few ? HasAmongFew(attribute.Name) : HasAmongMany(attribute.Name))
        {
            throw new XmlException("An attribute comes twice.");
        }

        if (Count == _attributes.Length)
        {
            Array.Resize(ref _attributes, Count * 2);
        }

        _attributes[Count++] = attribute;
    }

    private bool HasAmongFew(XmlName name)
    {
        foreach (ref readonly var attribute in Attributes)
        {
            if (ReferenceEquals(attribute.Name, name))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAmongMany(XmlName name)
    {
        if (Count == Few)
        {
            _many.Clear();
            _many.UnionWith(_attributes.Take(Count).Select(attribute => attribute.Name));
        }

        return !_many.Add(name);
    }

    private static int EndOfName(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && !IsSpace(text[at]) && text[at] is not ((byte)'>' or (byte)'/' or (byte)'=' or (byte)'<'))
        {
            at++;
        }

        return at;
    }

    private static int EndOfSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && IsSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
