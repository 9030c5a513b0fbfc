using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>The elements that have begun and not ended, and the prefixes that they declare.</summary>
internal sealed class XmlOpenElements
{
    private const int MaxDepth = 256;

    private readonly Stack<XmlName> _names = new();
    private readonly Stack<(int Depth, XmlPrefix Prefix)> _declared = new();

    public int Count => _names.Count;

    /// <summary>A root has begun.</summary>
    public bool HasRoot { get; private set; }

    /// <summary>A root has begun and ended.</summary>
    public bool IsWhole => HasRoot && Count == 0;

    /// <exception cref="XmlException">There is none.</exception>
    public XmlName Last => _names.TryPeek(out var last) ? last : throw new XmlException("An element ends that did not begin.");

    /// <param name="tag">Where it is empty, the element ends at once.</param>
    /// <exception cref="XmlException">It is a second root, or one of its prefixes is not declared.</exception>
    /// <exception cref="InvalidDataException">It lies too deep.</exception>
    public void Begin(XmlTag tag, XmlNames names)
    {
        if (IsWhole)
        {
            throw new XmlException("There is a second root.");
        }

        if (Count > MaxDepth)
        {
            throw new InvalidDataException("The XML is nested too deeply.");
        }

        HasRoot = true;
        tag.Declare(names, Count, _declared);
        if (tag.IsEmpty)
        {
            Undeclare();
        }
        else
        {
            _names.Push(tag.Name);
        }
    }

    /// <summary>The last one ends.</summary>
    public XmlName End()
    {
        var ended = _names.Pop();
        Undeclare();
        return ended;
    }

    private void Undeclare()
    {
        while (_declared.TryPeek(out var last) && last.Depth == Count)
        {
            last.Prefix.Declared--;
            _declared.Pop();
        }
    }
}
