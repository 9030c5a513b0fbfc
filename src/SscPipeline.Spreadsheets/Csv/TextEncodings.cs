using System.Text;
using System.Text.Unicode;

namespace SscPipeline.Spreadsheets.Csv;

/// <summary>Finds out in which encoding a text was saved.</summary>
internal static class TextEncodings
{
    private const int Windows1252 = 1252;

    /// <summary>Share of Chinese character pairs that must be of the everyday kind for a text to count as Chinese.</summary>
    private const double PlausibleShare = 0.9;

    /// <returns>The encoding, the number of bytes of its mark, and its name when it is not UTF-8.</returns>
    public static (Encoding Encoding, int MarkLength, string? Remark) Decide(ReadOnlySpan<byte> text) => text switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3, null),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2, "UTF-16 (little endian)"),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2, "UTF-16 (big endian)"),
        _ when IsUnmarkedUtf16(text, zeroAt: 1) => (Encoding.Unicode, 0, "UTF-16 (little endian)"),
        _ when IsUnmarkedUtf16(text, zeroAt: 0) => (Encoding.BigEndianUnicode, 0, "UTF-16 (big endian)"),
        _ when Utf8.IsValid(text) => (Encoding.UTF8, 0, null),
        _ when LooksChinese(text) => (Encoding.GetEncoding("GB18030"), 0, "GB18030"),
        _ => (Encoding.GetEncoding(Windows1252), 0, "Windows-1252"),
    };

    public static bool LooksLikeUtf16(ReadOnlySpan<byte> head) =>
        head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || IsUnmarkedUtf16(head, zeroAt: 0) || IsUnmarkedUtf16(head, zeroAt: 1);

    /// <summary>The beginning of a file as text, to look for markup in.</summary>
    public static string Preview(ReadOnlySpan<byte> head) => LooksLikeUtf16(head)
        ? (head[0] is 0xFE or 0 ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(head)
        : Encoding.Latin1.GetString(head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head);

    /// <summary>Most characters of a Western table have a zero byte in UTF-16, always on the same side.</summary>
    private static bool IsUnmarkedUtf16(ReadOnlySpan<byte> text, int zeroAt)
    {
        var head = text[..(Math.Min(text.Length, 1024) & ~1)];
        var zeros = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            if (head[i + 1 - zeroAt] == 0)
            {
                return false;
            }

            zeros += head[i + zeroAt] == 0 ? 1 : 0;
        }

        return zeros * 3 > head.Length / 2;
    }

    /// <summary>
    /// Every high byte must begin a valid pair or group of four, and nearly all pairs must lie in the blocks of GB 2312 (both bytes
    /// from 0xA1), which hold everyday Chinese. In Western text a high byte is mostly followed by an ASCII letter.
    /// </summary>
    private static bool LooksChinese(ReadOnlySpan<byte> text)
    {
        var pairs = 0;
        var everyday = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80)
            {
                continue;
            }

            var rest = text[i..];
            switch (rest)
            {
                case [>= 0x81 and <= 0xFE, (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE), ..]:
                    pairs++;
                    everyday += rest[0] is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xF7) && rest[1] >= 0xA1 ? 1 : 0;
                    i += 1;
                    break;
                case [>= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, >= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, ..]:
                    i += 3;
                    break;
                default:
                    return false;
            }
        }

        return pairs > 0 && everyday >= PlausibleShare * pairs;
    }
}
