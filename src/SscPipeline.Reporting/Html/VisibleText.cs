using System.Buffers;
using System.Globalization;

namespace SscPipeline.Reporting.Html;

/// <summary>Makes characters seen that would hide text or turn its direction: a site's value must not change how the page around it reads.</summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Hidden = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(IsHidden)]);

    /// <returns>The same text when there is none of them; else each as its code, such as <c>[U+202E]</c>. Tabs and line ends stay.</returns>
    public static string Of(string text) =>
        text.AsSpan().ContainsAny(Hidden)
            ? string.Concat(text.Select(letter => IsHidden(letter) ? string.Create(CultureInfo.InvariantCulture, $"[U+{(int)letter:X4}]") : letter.ToString()))
            : text;

    /// <summary>Control characters, and the embeddings, overrides and isolates of the bidirectional algorithm.</summary>
    private static bool IsHidden(char letter) =>
        (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r')) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
