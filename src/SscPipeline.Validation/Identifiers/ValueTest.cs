using System.Globalization;
using System.Text.RegularExpressions;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Identifiers;

/// <summary>Says of a text whether it looks like something that identifies a person. The answer is a class, never the text.</summary>
/// <remarks>Classes of 45 CFR 164.514(b)(2); the resident identity number of China by GB 11643-1999.</remarks>
internal static partial class ValueTest
{
    private const int ShortestIdentifier = 7;

    /// <summary>Null when nothing in the text looks like an identifier.</summary>
    public static string? Class(string text)
    {
        if (text.Length < ShortestIdentifier)
        {
            return null;
        }

        var clean = TextForm.Clean(text);
        return IsNationalId(clean) ? "a national identity number"
            : Mail().IsMatch(clean) || Web().IsMatch(clean) ? "an e-mail or web address"
            : IsPhone(clean) ? "a telephone or fax number"
            : Address().IsMatch(clean) ? "an address"
            : null;
    }

    /// <summary>A number as Excel keeps it: an identity number loses its last three digits and stays recognisable by its length.</summary>
    public static string? Class(double number)
    {
        if (number < 1.3e10 || number >= 1e18 || number != Math.Floor(number))
        {
            return null;
        }

        // No study value has 18 digits; of those with 15 only what holds a region and a date of birth is an old identity number.
        var digits = number.ToString("F0", CultureInfo.InvariantCulture);
        return number >= 1e17 || IsOldNationalId(digits) ? "a national identity number"
            : WholeMobile().IsMatch(digits) ? "a telephone or fax number"
            : null;
    }

    private static bool IsNationalId(string text)
    {
        if (SocialSecurity().IsMatch(text) || Rounded().IsMatch(text))
        {
            return true;
        }

        var bare = string.Concat(text.Where(letter => letter is not (' ' or '-' or '\'' or '’' or '\u00A0')));
        foreach (var run in LongRuns().EnumerateMatches(bare))
        {
            var digits = bare.AsSpan(run.Index, run.Length);
            if (run.Length == 18 ? HasCheckDigit(digits) : IsOldNationalId(digits))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2; the sum modulo 11 gives the last character of "10X98765432".</summary>
    private static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(digits[17]) && IsDate(digits.Slice(6, 8));
    }

    private static bool IsDate(ReadOnlySpan<char> yearMonthDay) =>
        DateOnly.TryParseExact(yearMonthDay, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1880;

    /// <summary>15 digits: a region of China (first two), then six of it and of the date of birth without its century.</summary>
    private static bool IsOldNationalId(ReadOnlySpan<char> digits) =>
        digits.Length == 15 && Region().IsMatch(digits) && IsDate($"19{digits.Slice(6, 6)}");

    private static bool IsPhone(string text)
    {
        var bare = string.Concat(text.Where(letter => letter is not (' ' or '-' or '(' or ')')));
        return WholeMobile().IsMatch(bare) || Mobile().IsMatch(text) || Landline().IsMatch(text) || International().IsMatch(text);
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z.])(?:[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LongRuns();

    [GeneratedRegex(@"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(@"[^@\s]@[^@\s]+\.[A-Za-z]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"https?://|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    /// <summary>As General format shows a number of 15 or 18 digits, or as a CSV keeps it.</summary>
    [GeneratedRegex(@"(?<![0-9A-Za-z.])[1-9]\.\d{2,}[Ee]\+(?:14|17)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Rounded();

    [GeneratedRegex(@"^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])", RegexOptions.CultureInvariant)]
    private static partial Regex Region();

    [GeneratedRegex(@"^(?:\+?86)?1[3-9]\d{9}$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeMobile();

    /// <summary>In a text: without separators or in groups of 3, 4 and 4.</summary>
    [GeneratedRegex(@"(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ .-]\d{4}[ .-]\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![\d.])0\d{2,3}-?\d{7,8}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Landline();

    [GeneratedRegex(@"(?<![\w.])\+\d{1,3}[\s\-.(]*\d[\d\s\-.()]{7,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex International();

    /// <summary>Two marks of a Chinese address, such as 上海市 ... 路 or 区 ... 12号.</summary>
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2}[省市区县].{0,100}\p{IsCJKUnifiedIdeographs}[市区县镇乡村路街道弄]|[路街弄]\s{0,9}\d{1,9}\s{0,9}[号弄]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
