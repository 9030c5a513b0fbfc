using System.Globalization;

namespace SscPipeline.Validation.Typing;

/// <summary>What a date with a year of two digits probably means; for the site to decide, never used.</summary>
internal static class TwoDigitYear
{
    /// <summary>Later years could as well be of the century before.</summary>
    private const int LastOfThisCentury = 40;

    /// <returns>ISO 8601; null unless the month is a word and the year comes last: of three numbers of two digits any could be the year.</returns>
    public static string? Suggestion(string text)
    {
        if (text.Length < 5 || char.IsDigit(text[^3]) || !int.TryParse(text.AsSpan(text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year > LastOfThisCentury)
        {
            return null;
        }

        var read = DateText.Read($"{text.AsSpan(0, text.Length - 2)}20{text.AsSpan(text.Length - 2)}");
        return read.Kind == DateTextKind.Date ? read.Date(dayFirst: false)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }
}
