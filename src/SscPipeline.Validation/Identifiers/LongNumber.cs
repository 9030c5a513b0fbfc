using System.Text.RegularExpressions;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Identifiers;

/// <summary>Ten digits or more in groups: perhaps a telephone or record number, perhaps not, so the site is asked.</summary>
internal static partial class LongNumber
{
    private const int FewestDigits = 10;

    public static bool IsIn(string text)
    {
        if (text.Length < FewestDigits || text.Count(char.IsDigit) < FewestDigits)
        {
            return false;
        }

        var rest = DatesAndTimes().Replace(TextForm.Clean(text), "\n");
        foreach (var run in Groups().EnumerateMatches(rest))
        {
            var digits = rest.AsSpan(run.Index, run.Length);
            if (run.Length - digits.Count(' ') - digits.Count('-') - digits.Count('(') - digits.Count(')') >= FewestDigits && FourTogether().IsMatch(digits))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two to six groups, one space or hyphen between them; nothing before or after that would make it a decimal or a code.</summary>
    [GeneratedRegex(@"(?<![\w.,/-])\(?\d{2,8}\)?(?:[ -]\(?\d{2,8}\)?){1,5}(?![\w.,/])", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();

    [GeneratedRegex(@"\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex FourTogether();

    [GeneratedRegex(@"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:19|20)\d{2}[01]\d[0-3]\d\b|\d{1,2}:\d{2}(?::\d{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex DatesAndTimes();
}
