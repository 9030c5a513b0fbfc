using System.Text;

namespace SscPipeline.Spreadsheets.Xls;

/// <summary>Encodings of texts older than Unicode, by the number that a file gives.</summary>
internal static class CodePages
{
    private const int Windows1252 = 1252;
    private const int Utf16 = 1200;

    /// <summary>The one with this number; Windows-1252 when nobody knows it.</summary>
    public static Encoding Get(int number) => number switch
    {
        0x8000 => Known(10000),
        0x8001 or Utf16 or 0 => Known(Windows1252),
        _ => Known(number),
    };

    private static Encoding Known(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number)
        ?? (number == Encoding.UTF8.CodePage ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!);
}
