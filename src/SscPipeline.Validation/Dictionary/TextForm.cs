using System.Text;

namespace SscPipeline.Validation.Dictionary;

/// <summary>The forms in which texts are compared. All begin with <see cref="Compatibility"/>, so full-width letters and digits are
/// ordinary ones.</summary>
internal static class TextForm
{
    /// <summary>For headings and units: lower-case letters, digits and the percent sign; nothing else tells two headings apart.</summary>
    public static string Heading(string text) => Keep(text, letter => char.IsLetterOrDigit(letter) || letter == '%');

    /// <summary>For codes: as headings, but a slash, a sign and a bracket count; a text of signs alone stays whole.</summary>
    public static string Code(string text)
    {
        var whole = Keep(text, letter => !char.IsWhiteSpace(letter) && letter != '_');
        var bare = Keep(whole, letter => letter is not ('-' or '.' or ',' or '‐' or '–'));
        return bare.Any(char.IsLetterOrDigit) ? bare : whole;
    }

    /// <summary>For values: no spaces around, plain spaces within, a hyphen-minus for every minus.</summary>
    public static string Clean(string text)
    {
        if (Ascii.IsValid(text) && (text.Length == 0 || (!char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]))))
        {
            return text;
        }

        return Compatibility.Compose(text).Replace('\u2212', '-').Trim();
    }

    private static string Keep(string text, Func<char, bool> isKept)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in Compatibility.Compose(text))
        {
            if (isKept(letter))
            {
                kept.Append(char.ToLowerInvariant(letter));
            }
        }

        return kept.ToString();
    }
}
