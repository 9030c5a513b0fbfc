using System.Xml;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>A forward reader of one XML part: no DTD, no resolver, bounded depth and text; names are local, so that the
/// transitional and the strict namespaces read alike.</summary>
internal sealed class XmlPart : IDisposable
{
    private const int MaxDepth = 256;

    private readonly XmlReader _reader;
    private readonly ReadingMeter _meter;
    private readonly char[] _text;
    private int _length;

    public XmlPart(Stream content, ReadingMeter meter)
    {
        _meter = meter;
        _text = new char[meter.Limits.CellCharacters + 1];
        _reader = XmlReader.Create(content, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNameTable(),
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    public int Depth => _reader.Depth;

    public string Name => _reader.LocalName;

    public bool IsElement => _reader.NodeType == XmlNodeType.Element;

    public bool IsEmpty => _reader.IsEmptyElement;

    public string Value => _reader.Value;

    public bool Read()
    {
        if (!_reader.Read())
        {
            return false;
        }

        return _reader.Depth <= MaxDepth ? true : throw new InvalidDataException("The XML is nested too deeply.");
    }

    /// <summary>Moves to the next child or deeper element of the element at <paramref name="depth"/>; false at its end.</summary>
    public bool ReadInside(int depth)
    {
        while (Read() && _reader.Depth > depth)
        {
            if (IsElement)
            {
                return true;
            }
        }

        return false;
    }

    public bool NextAttribute() => _reader.MoveToNextAttribute();

    public void LeaveAttributes() => _reader.MoveToElement();

    /// <summary>The attribute with this local name, whatever its prefix.</summary>
    public string? Attribute(string name)
    {
        string? found = null;
        while (found is null && _reader.MoveToNextAttribute())
        {
            found = _reader.LocalName == name ? _reader.Value : null;
        }

        _reader.MoveToElement();
        return found;
    }

    public bool Flag(string name) => IsTrue(Attribute(name));

    public static bool IsTrue(ReadOnlySpan<char> text) => text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Steps over the element, which is then behind the reader.</summary>
    public void Skip()
    {
        var depth = _reader.Depth;
        if (!IsEmpty)
        {
            while (ReadInside(depth))
            {
            }
        }
    }

    /// <summary>The text of the element; rich text is joined by <see cref="AppendText"/> run by run.</summary>
    public ReadOnlySpan<char> ReadText()
    {
        ClearText();
        AppendText();
        return Text;
    }

    public void ClearText() => _length = 0;

    /// <summary>What <see cref="AppendText"/> gathered, with <c>_x000D_</c> and the like decoded; to be taken once.</summary>
    public ReadOnlySpan<char> Text => EscapedText.Decode(_text.AsSpan(0, _length));

    public void AppendText()
    {
        if (IsEmpty)
        {
            return;
        }

        var depth = _reader.Depth;
        while (Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                Gather();
            }
        }
    }

    public void Dispose() => _reader.Dispose();

    private void Gather()
    {
        int read;
        while ((read = _reader.ReadValueChunk(_text, _length, _text.Length - _length)) > 0)
        {
            _length += read;
            _meter.CheckLength(_length);
        }
    }
}
