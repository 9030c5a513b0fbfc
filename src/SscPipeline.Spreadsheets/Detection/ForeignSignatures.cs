namespace SscPipeline.Spreadsheets.Detection;

/// <summary>Files that sites send by mistake, known by their first bytes.</summary>
internal static class ForeignSignatures
{
    private static readonly (byte[] Start, int At, string Name)[] s_binary =
    [
        ("%PDF-"u8.ToArray(), 0, "a PDF document"),
        ([0x89, .. "PNG"u8], 0, "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], 0, "a picture (JPEG)"),
        ("GIF8"u8.ToArray(), 0, "a picture (GIF)"),
        ([.. "II*"u8, 0], 0, "a picture (TIFF)"),
        ([.. "MM"u8, 0, (byte)'*'], 0, "a picture (TIFF)"),
        ("WEBP"u8.ToArray(), 8, "a picture (WebP)"),
        ("ftypheic"u8.ToArray(), 4, "a picture (HEIC)"),
        ("ftyp"u8.ToArray(), 4, "a video"),
        ("{\\rtf"u8.ToArray(), 0, "an RTF document"),
        ("Rar!"u8.ToArray(), 0, "a RAR archive"),
        ([.. "7z"u8, 0xBC, 0xAF], 0, "a 7-Zip archive"),
        ([0x1F, 0x8B], 0, "a gzip archive"),
        ("SQLite format 3"u8.ToArray(), 0, "a SQLite database"),
        ("$FL2"u8.ToArray(), 0, "an SPSS data file"),
        ("<stata_dta>"u8.ToArray(), 0, "a Stata data file"),
        ([.. "MZ"u8, 0x90, 0x00], 0, "a Windows program"),
        ([0x7F, .. "ELF"u8], 0, "a program"),
    ];

    private static readonly (string Part, string Name)[] s_markup =
    [
        ("urn:schemas-microsoft-com:office:spreadsheet", "an XML spreadsheet of Excel 2003"),
        ("office:document", "an OpenDocument file"),
        ("<svg", "a picture (SVG)"),
        ("<html", "a web page (HTML) with the name of a workbook"),
        ("<!doctype html", "a web page (HTML) with the name of a workbook"),
        ("<table", "a web page (HTML) with the name of a workbook"),
        ("<?xml", "an XML document"),
    ];

    /// <returns>What the file is, in words; null when it may be a workbook or a text table.</returns>
    public static string? Match(ReadOnlySpan<byte> head)
    {
        foreach (var (start, at, name) in s_binary)
        {
            if (head.Length > at && head[at..].StartsWith(start))
            {
                return name;
            }
        }

        return MatchText(Csv.TextEncodings.Preview(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t'));
    }

    private static string? MatchText(string text)
    {
        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            return "an e-mail or web archive (MHTML)";
        }

        if (text.StartsWith("{\"", StringComparison.Ordinal) || text.StartsWith("[{", StringComparison.Ordinal))
        {
            return "a JSON document";
        }

        if (!text.StartsWith('<'))
        {
            return null;
        }

        foreach (var (part, name) in s_markup)
        {
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        return null;
    }
}
