using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Detection;

/// <summary>Tells from the first bytes what a file is, whatever its name says.</summary>
internal static class FileSniffer
{
    private const int HeadLength = 4096;

    /// <exception cref="UnreadableWorkbookException">Nothing that this room reads; the fault names what it is.</exception>
    public static FileKind Sniff(Stream content)
    {
        var head = ReadHead(content);
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return FileKind.Zip;
        }

        if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return FileKind.CompoundFile;
        }

        if (head is [0x09, 0x00 or 0x02 or 0x04 or 0x08, >= 4 and <= 16, 0x00, ..])
        {
            return FileKind.BareBiff;
        }

        return ForeignSignatures.Match(head) is { } foreign ? throw UnreadableWorkbookException.Foreign(foreign)
            : LooksLikeText(head) ? FileKind.Text
            : throw UnreadableWorkbookException.Foreign("a file that is neither a workbook nor a text table");
    }

    public static ReadOnlySpan<byte> ReadHead(Stream content)
    {
        var head = new byte[(int)Math.Min(content.Length, HeadLength)];
        content.Position = 0;
        content.ReadExactly(head);
        content.Position = 0;
        return head;
    }

    /// <summary>UTF-16 has zero bytes by nature; elsewhere a text has no control characters but tab, line ends, form feed and the old end mark.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (Csv.TextEncodings.LooksLikeUtf16(head))
        {
            return true;
        }

        foreach (var one in head)
        {
            if (one < 0x20 && one is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0B or 0x0C or 0x1A or 0x1B))
            {
                return false;
            }
        }

        return true;
    }
}
