using System.Buffers;
using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>Where texts and CDATA end, and how much of a long one can be told before that is known.</summary>
internal static class XmlText
{
    /// <summary>What is shorter is told in one piece.</summary>
    private const int Short = 4096;

    private static readonly SearchValues<byte> NotPlain = SearchValues.Create("&\r]"u8);

    /// <returns>The length of the text that comes, 0 when more has been read and it must be looked for again.</returns>
    public static int Next(XmlWindow window)
    {
        var end = window.Rest.IndexOf((byte)'<');
        if (end >= 0)
        {
            return end;
        }

        var piece = window.Rest.Length < Short ? 0 : Piece(window.Rest);
        return piece > 0 ? piece : window.More() ? 0 : window.Rest.Length;
    }

    /// <summary>No reference, no end of a line or of CDATA is cut in two.</summary>
    private static int Piece(ReadOnlySpan<byte> text)
    {
        var reference = text.LastIndexOf((byte)'&');
        return Uncut(reference >= 0 && text[reference..].IndexOf((byte)';') < 0 ? text[..reference] : text);
    }

    /// <summary>The same for CDATA, in which an ampersand is one.</summary>
    public static int Uncut(ReadOnlySpan<byte> text) => text.TrimEnd("\r]"u8).Length;

    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static XmlContext Check(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(NotPlain) < 0)
        {
            return XmlContext.Plain;
        }

        if (text.IndexOf("]]>"u8) >= 0)
        {
            throw new XmlException("CDATA ends that did not begin.");
        }

        XmlCharacters.CheckReferences(text);
        return XmlContext.Text;
    }
}
