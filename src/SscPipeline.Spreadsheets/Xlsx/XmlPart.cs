using SscPipeline.Spreadsheets.Limits;
using SscPipeline.Spreadsheets.Xml;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>A forward reader of one XML part: no DTD, no resolver, bounded depth and text; names are local, so that the
/// transitional and the strict namespaces read alike.</summary>
/// <param name="content">In UTF-8.</param>
internal sealed class XmlPart(Stream content, ReadingMeter meter) : IDisposable
{
    private const int ShortValue = 256;

    private readonly XmlScanner _scanner = new(content);
    private readonly char[] _text = new char[meter.Limits.CellCharacters + 1];
    private char[] _value = new char[ShortValue];
    private int _length;
    private int _attribute = -1;

    public int Depth => _scanner.Depth;

    /// <summary>Of the element, or of the attribute that <see cref="NextAttribute"/> has come to.</summary>
    public string Name => _attribute < 0 ? _scanner.Name : _scanner.AttributeName(_attribute);

    public bool IsElement => _attribute < 0 && _scanner.Kind == XmlNodeKind.Element;

    public bool IsEmpty => _scanner.IsEmpty;

    /// <summary>Of the attribute; it holds until the next one.</summary>
    public ReadOnlySpan<char> Value
    {
        get
        {
            int length;
            while ((length = _scanner.AttributeValue(_attribute, _value)) < 0)
            {
                _value = new char[_value.Length * 2];
            }

            return _value.AsSpan(0, length);
        }
    }

    public bool Read()
    {
        _attribute = -1;
        return _scanner.Read();
    }

    /// <summary>Moves to the next child or deeper element of the element at <paramref name="depth"/>; false at its end.</summary>
    public bool ReadInside(int depth)
    {
        while (Read() && _scanner.Depth > depth)
        {
            if (IsElement)
            {
                return true;
            }
        }

        return false;
    }

    public bool NextAttribute() => ++_attribute < _scanner.Attributes;

    public void LeaveAttributes() => _attribute = -1;

    /// <summary>The attribute with this local name, whatever its prefix.</summary>
    public string? Attribute(string name)
    {
        string? found = null;
        while (found is null && NextAttribute())
        {
            found = Name == name ? Value.ToString() : null;
        }

        LeaveAttributes();
        return found;
    }

    public bool Flag(string name) => IsTrue(Attribute(name));

    public static bool IsTrue(ReadOnlySpan<char> text) => text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Steps over the element, which is then behind the reader.</summary>
    public void Skip()
    {
        var depth = _scanner.Depth;
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

        var depth = _scanner.Depth;
        while (Read() && _scanner.Depth > depth)
        {
            if (_scanner.Kind == XmlNodeKind.Text)
            {
                Gather();
            }
        }
    }

    /// <summary>Gathers the text of the element's only child and steps over both, when that child is all that is left of it and its text is plain;
    /// does nothing otherwise.</summary>
    public bool TakeOnlyChild(ReadOnlySpan<byte> begin, ReadOnlySpan<byte> end)
    {
        var written = _scanner.TakeOnlyChild(begin, end, _text);
        if (written < 0)
        {
            return false;
        }

        _length = written;
        meter.CheckLength(_length);
        return true;
    }

    public void Dispose() => _scanner.Dispose();

    private void Gather()
    {
        var written = _scanner.Text(_text.AsSpan(_length));
        _length = written < 0 ? _text.Length : _length + written;
        meter.CheckLength(_length);
    }
}
