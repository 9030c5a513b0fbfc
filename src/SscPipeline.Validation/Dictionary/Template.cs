using System.Text;
using System.Text.RegularExpressions;

namespace SscPipeline.Validation.Dictionary;

/// <summary>A text with <c>{placeholders}</c>.</summary>
internal static partial class Template
{
    /// <summary>An empty value takes the space before it away.</summary>
    public static string Fill(string template, Func<string, string> value)
    {
        var text = new StringBuilder(template.Length + 32);
        var at = 0;
        foreach (var placeholder in Placeholder().EnumerateMatches(template))
        {
            text.Append(template, at, placeholder.Index - at);
            at = placeholder.Index + placeholder.Length;
            var filled = value(template[(placeholder.Index + 1)..(at - 1)]);
            if (filled.Length == 0 && text.Length > 0 && text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append(filled);
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>The names of the placeholders, each once, in alphabetical order.</summary>
    public static IEnumerable<string> Names(string template) =>
        Placeholder().Matches(template).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Without its placeholders.</summary>
    public static string Bare(string template) => Placeholder().Replace(template, "");

    /// <summary>Matches what <see cref="Fill"/> makes of it, with a group for each placeholder.</summary>
    public static Regex ToRegex(string template)
    {
        var escaped = Regex.Escape(template).Replace(@"\{", "{", StringComparison.Ordinal);
        return new Regex(
            $"^{Placeholder().Replace(escaped, placeholder => $"(?<{placeholder.Value[1..^1]}>.+?)")}$",
            RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
