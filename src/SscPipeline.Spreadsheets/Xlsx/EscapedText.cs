using System.Globalization;
using System.Text;
using System.Xml;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>SpreadsheetML writes a character that XML forbids as <c>_x001F_</c>, and a literal <c>_x</c> of that shape as <c>_x005F_x</c>.</summary>
internal static class EscapedText
{
    private const int Length = 7;

    /// <returns>The decoded text, in the same memory.</returns>
    public static ReadOnlySpan<char> Decode(Span<char> text)
    {
        var at = text.IndexOf("_x");
        if (at < 0)
        {
            return text;
        }

        var to = at;
        while (at < text.Length)
        {
            var code = Code(text[at..]);
            text[to++] = code ?? text[at];
            at += code is null ? 1 : Length;
        }

        return text[..to];
    }

    /// <summary>The reverse: characters that XML forbids or changes (a carriage return), and literal escapes, become escapes.</summary>
    public static string Encode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal) && text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                escaped.Append(text, i++, 2);
            }
            else if (!XmlConvert.IsXmlChar(text[i]) || text[i] == '\r' || Code(text.AsSpan(i)) is not null)
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            }
            else
            {
                escaped.Append(text[i]);
            }
        }

        return escaped.ToString();
    }

    private static char? Code(ReadOnlySpan<char> text) =>
        text.Length >= Length && text[0] == '_' && text[1] == 'x' && text[6] == '_'
        && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
