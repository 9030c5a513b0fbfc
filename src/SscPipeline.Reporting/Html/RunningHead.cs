using System.Globalization;

namespace SscPipeline.Reporting.Html;

/// <summary>Title and page number in the margins of every sheet of paper, as a style of the printed page.</summary>
internal static class RunningHead
{
    public static Markup Of(string title) => new($$"""
        @page { @top-left { content: "{{Quoted(title)}}"; } @top-right { content: counter(page) " / " counter(pages); } }

        """);

    /// <summary>Every character but plain letters, digits and spaces as its code of six digits, so that nothing ends the text or the style.</summary>
    private static string Quoted(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == ' ')
            ? rune.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}")));
}
