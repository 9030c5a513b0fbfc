using System.Text.RegularExpressions;

namespace SscPipeline.Validation;

/// <summary>The form of the study's pseudonyms.</summary>
internal static class SubjectPattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    /// <summary>Null accepts any subject.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public static Regex? Compile(string? pattern)
    {
        try
        {
            return string.IsNullOrEmpty(pattern) ? null : new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant, Limit);
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException(@"The pattern of subjects is no regular expression; an example is SYN-[A-Z]-\d{2}.", nameof(pattern), fault);
        }
    }
}
