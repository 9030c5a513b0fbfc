using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>Reads well-formed XML in UTF-8 forward, without a string for anything but names. No DTD, and so no entity of its own.</summary>
/// <remarks>A sheet is millions of small elements: a general reader spends most of the time of a check on them.</remarks>
internal sealed class XmlScanner(Stream content) : IDisposable
{
    private readonly XmlWindow _window = new(content);
    private readonly XmlNames _names = new();
    private readonly XmlTag _tag = new();
    private readonly XmlOpenElements _open = new();
    private (int Start, int Length, XmlContext Context) _text;
    private bool _inData;
    private bool _started;

    public XmlNodeKind Kind { get; private set; }

    /// <summary>0 for the root; of a text, one more than its element's.</summary>
    public int Depth { get; private set; }

    /// <summary>Local, of the element that begins or ends; empty for a text.</summary>
    public string Name { get; private set; } = "";

    /// <summary>An element without content; no end of it is told.</summary>
    public bool IsEmpty { get; private set; }

    public int Attributes => Kind == XmlNodeKind.Element ? _tag.Count : 0;

    /// <exception cref="XmlException">The content is not well-formed.</exception>
    public bool Read()
    {
        if (!_started)
        {
            _started = true;
            _window.PassStart();
        }

        while (!_window.Rest.IsEmpty || (_inData ? true : _window.More()))
        {
            if (_inData ? ReadData() : _window.Rest[0] == '<' ? ReadMarkup() : ReadText())
            {
                return true;
            }
        }

        Kind = XmlNodeKind.None;
        return _open.IsWhole ? false : throw new XmlException("The content breaks off.");
    }

    public string AttributeName(int index) => _tag[index].Name.Local;

    /// <returns>How many characters were written; -1 when there is not enough room.</returns>
    public int AttributeValue(int index, Span<char> into)
    {
        var (_, start, length) = _tag[index];
        return XmlCharacters.Decode(_window[start, length], XmlContext.Attribute, into);
    }

    /// <summary>The piece of text; see <see cref="AttributeValue"/>.</summary>
    public int Text(Span<char> into)
    {
        var (start, length, context) = _text;
        return XmlCharacters.Decode(_window[start, length], context, into);
    }

    /// <summary>Takes what is left of the element when that is one child with a plain text, as in nearly every cell.</summary>
    /// <param name="begin">The child's tag, such as <c>&lt;v></c>.</param>
    /// <param name="end">The ends of child and element, such as <c>&lt;/v>&lt;/c></c>; the caller has seen that the element is of that name.</param>
    /// <returns>As <see cref="Text"/>; -1 when anything else is left, and then nothing was taken.</returns>
    public int TakeOnlyChild(ReadOnlySpan<byte> begin, ReadOnlySpan<byte> end, Span<char> into)
    {
        var rest = _window.Rest;
        if (!rest.StartsWith(begin) || _tag.Name.Prefix.Text.Length > 0)
        {
            return -1;
        }

        rest = rest[begin.Length..];
        var length = rest.IndexOf((byte)'<');
        if (length < 0 || !rest[length..].StartsWith(end) || XmlText.Check(rest[..length]) != XmlContext.Plain)
        {
            return -1;
        }

        var written = XmlCharacters.Decode(rest[..length], XmlContext.Plain, into);
        if (written >= 0)
        {
            _window.Pass(begin.Length + length + end.Length);
            (Kind, Name) = (XmlNodeKind.EndOfElement, _open.End().Local);
        }

        return written;
    }

    public void Dispose() => _window.Dispose();

    private bool ReadMarkup()
    {
        switch ((char)_window.Need(2)[1])
        {
            case '/':
                ReadEnd();
                return true;
            case '?':
                _window.PassInstruction();
                return false;
            case '!':
                ReadDeclaration();
                return false;
            default:
                ReadElement();
                return true;
        }
    }

    private void ReadElement()
    {
        int length;
        while ((length = _tag.Parse(_window.Rest, _window.Position, _names)) == 0)
        {
            _window.Need(_window.Rest.Length + 1);
        }

        _window.Pass(length);
        (Kind, Depth, Name, IsEmpty) = (XmlNodeKind.Element, _open.Count, _tag.Name.Local, _tag.IsEmpty);
        _open.Begin(_tag, _names);
    }

    private void ReadEnd()
    {
        var name = _open.Last;
        var end = 2 + name.Utf8.Length;
        var isSame = _window.Need(end + 1)[2..end].SequenceEqual(name.Utf8);
        _window.Pass(end);
        while (isSame && XmlTag.IsSpace(_window.Need(1)[0]))
        {
            _window.Pass(1);
        }

        if (!isSame || _window.Rest[0] != '>')
        {
            throw new XmlException("Another element ends than began last.");
        }

        _window.Pass(1);
        _open.End();
        (Kind, Depth, Name, IsEmpty) = (XmlNodeKind.EndOfElement, _open.Count, name.Local, false);
    }

    /// <summary>A comment, which is passed, or the beginning of CDATA.</summary>
    private void ReadDeclaration()
    {
        if (_window.StartsWith("<!--"u8))
        {
            _window.PassComment();
        }
        else if (_window.StartsWith("<![CDATA["u8) && _open.Count > 0)
        {
            _window.Pass(9);
            _inData = true;
        }
        else
        {
            throw new XmlException("A declaration is not allowed here.");
        }
    }

    private bool ReadData()
    {
        var end = _window.Rest.IndexOf("]]>"u8);
        if (end < 0)
        {
            _window.Need(_window.Rest.Length + 1);
            end = _window.Rest.IndexOf("]]>"u8);
        }

        _inData = end < 0;
        var length = _inData ? XmlText.Uncut(_window.Rest) : end;
        Tell(length, XmlContext.Data);
        _window.Pass(_inData ? length : length + 3);
        return length > 0;
    }

    private bool ReadText()
    {
        var length = XmlText.Next(_window);
        if (length == 0)
        {
            return false;
        }

        var text = _window.Rest[..length];
        // Some programs fill the end of a part with zeros.
        if (_open.Count == 0 && text.IndexOfAnyExcept(_open.HasRoot ? " \t\r\n\0"u8 : " \t\r\n"u8) >= 0)
        {
            throw new XmlException("A text stands outside the root.");
        }

        Tell(length, XmlText.Check(text));
        _window.Pass(length);
        return _open.Count > 0;
    }

    private void Tell(int length, XmlContext context) =>
        (Kind, Depth, Name, IsEmpty, _text) = (XmlNodeKind.Text, _open.Count, "", false, (_window.Position, length, context));
}
