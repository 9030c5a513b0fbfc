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
        if (number is >= 1e17 and < 1e18 && number == Math.Floor(number))
        {
            var digits = number.ToString("F0", CultureInfo.InvariantCulture);
            return IsDate(digits.AsSpan(6, 8)) ? "a national identity number" : null;
        }

        return number is >= 1.3e10 and < 2e10 && number == Math.Floor(number) && Mobile().IsMatch(number.ToString("F0", CultureInfo.InvariantCulture))
            ? "a telephone or fax number"
            : null;
    }

    private static bool IsNationalId(string text)
    {
        if (SocialSecurity().IsMatch(text))
        {
            return true;
        }

        var bare = string.Concat(text.Where(letter => letter is not (' ' or '-' or '\'' or '’' or '\u00A0')));
        foreach (var run in LongRuns().EnumerateMatches(bare))
        {
            var digits = bare.AsSpan(run.Index, run.Length);
            if (run.Length == 18 ? HasCheckDigit(digits) : IsDate($"19{digits.Slice(6, 6)}"))
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

    private static bool IsPhone(string text)
    {
        var bare = string.Concat(text.Where(letter => letter is not (' ' or '-' or '(' or ')' or '.')));
        return Mobile().IsMatch(bare) || Landline().IsMatch(text) || International().IsMatch(text);
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z.])(?:[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LongRuns();

    [GeneratedRegex(@"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(@"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"https?://|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(@"(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![\d.])0\d{2,3}-?\d{7,8}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Landline();

    [GeneratedRegex(@"(?<![\w.])\+\d{1,3}[\s\-.(]*\d[\d\s\-.()]{7,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex International();

    /// <summary>Two marks of a Chinese address, such as 上海市 ... 路 or 区 ... 12号.</summary>
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2,}[省市区县].*\p{IsCJKUnifiedIdeographs}[市区县镇乡村路街道弄]|[路街弄]\s*\d+\s*[号弄]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
