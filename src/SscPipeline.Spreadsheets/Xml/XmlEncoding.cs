using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>How the characters of a part are written: by its first bytes, else as its declaration says.</summary>
internal static partial class XmlEncoding
{
    /// <summary>Enough for a declaration.</summary>
    public const int HeadLength = 256;

    /// <returns>Null for UTF-8.</returns>
    /// <exception cref="XmlException">The declaration names no encoding that there is.</exception>
    public static Encoding? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => null,
        [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        _ => Declared(Encoding.Latin1.GetString(head)),
    };

    private static Encoding? Declared(string head)
    {
        if (!head.StartsWith("<?xml", StringComparison.Ordinal) || head.Length < 6 || !char.IsWhiteSpace(head[5]))
        {
            return null;
        }

        if (Declaration().Match(head) is not { Success: true } declaration)
        {
            throw new XmlException("The declaration of XML is malformed.");
        }

        var name = declaration.Groups["encoding"].Value;
        if (name.Length == 0 || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var declared = Encoding.GetEncoding(name);
            return declared.GetByteCount("<") == 1 ? declared : throw new XmlException("The declaration names another encoding than the bytes have.");
        }
        catch (ArgumentException unknown)
        {
            throw new XmlException("The declaration names an unknown encoding.", unknown);
        }
    }

    [GeneratedRegex("""
        ^<\?xml\s+version\s*=\s*(?:"1\.\d"|'1\.\d')(?:\s+encoding\s*=\s*["'](?<encoding>[A-Za-z][\w.\-]*)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
