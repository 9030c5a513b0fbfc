using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>Raw text of a part as characters: references resolved, ends of lines made one.</summary>
internal static class XmlCharacters
{
    private static readonly SearchValues<byte> None = SearchValues.Create(ReadOnlySpan<byte>.Empty);
    private static readonly SearchValues<byte> InText = SearchValues.Create("&\r"u8);
    private static readonly SearchValues<byte> InAttribute = SearchValues.Create("&\r\n\t"u8);
    private static readonly SearchValues<byte> InData = SearchValues.Create("\r"u8);

    /// <returns>How many characters were written; -1 when there is not enough room.</returns>
    /// <exception cref="XmlException">A reference is not known.</exception>
    public static int Decode(ReadOnlySpan<byte> raw, XmlContext context, Span<char> into)
    {
        var special = Special(context);
        var written = 0;
        while (true)
        {
            var plain = context == XmlContext.Plain ? -1 : raw.IndexOfAny(special);
            if (Utf8.ToUtf16(plain < 0 ? raw : raw[..plain], into[written..], out _, out var characters) != OperationStatus.Done)
            {
                return -1;
            }

            written += characters;
            if (plain < 0)
            {
                return written;
            }

            if (into.Length - written < 2)
            {
                return -1;
            }

            raw = raw[plain..];
            if (raw[0] == '&')
            {
                raw = raw[Reference(raw, out var code)..];
                written += Write(code, into[written..]);
            }
            else
            {
                into[written++] = context == XmlContext.Attribute ? ' ' : '\n';
                raw = raw[(raw is [(byte)'\r', (byte)'\n', ..] ? 2 : 1)..];
            }
        }
    }

    /// <summary>Looks at references that nobody may ask for.</summary>
    /// <exception cref="XmlException">A reference is not known.</exception>
    public static void CheckReferences(ReadOnlySpan<byte> raw)
    {
        for (var at = raw.IndexOf((byte)'&'); at >= 0; at = raw.IndexOf((byte)'&'))
        {
            raw = raw[at..];
            raw = raw[Reference(raw, out _)..];
        }
    }

    private static SearchValues<byte> Special(XmlContext context) => context switch
    {
        XmlContext.Text => InText,
        XmlContext.Attribute => InAttribute,
        XmlContext.Data => InData,
        _ => None,
    };

    private static int Write(int code, Span<char> into)
    {
        if (code > char.MaxValue)
        {
            char.ConvertFromUtf32(code).CopyTo(into);
            return 2;
        }

        into[0] = (char)code;
        return 1;
    }

    /// <returns>How long it is.</returns>
    private static int Reference(ReadOnlySpan<byte> raw, out int code)
    {
        var end = raw.IndexOf((byte)';');
        if (end < 2)
        {
            throw new XmlException("A reference has no name or no end.");
        }

        var name = raw[1..end];
        code = name[0] == '#' ? Code(name[1..]) : Named(name);
        return end + 1;
    }

    private static int Code(ReadOnlySpan<byte> digits) =>
        (digits is [(byte)'x', .. var hex]
            ? int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code))
        && code is >= 0 and <= 0x10FFFF
            ? code
            : throw new XmlException("A reference names no character.");

    private static char Named(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("amp"u8) => '&',
        _ when name.SequenceEqual("lt"u8) => '<',
        _ when name.SequenceEqual("gt"u8) => '>',
        _ when name.SequenceEqual("quot"u8) => '"',
        _ when name.SequenceEqual("apos"u8) => '\'',
        _ => throw new XmlException("A reference is not declared."),
    };
}
