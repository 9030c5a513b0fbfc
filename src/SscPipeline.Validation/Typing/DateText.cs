using System.Globalization;
using System.Text.RegularExpressions;

namespace SscPipeline.Validation.Typing;

internal enum DateTextKind
{
    NotADate,
    Date,

    /// <summary>Two numbers and a year: <see cref="DateText.First"/> and <see cref="DateText.Second"/> are day and month in some
    /// order.</summary>
    DayAndMonth,
    TwoDigitYear,
}

/// <summary>A text read as a date, without guessing an order of day and month.</summary>
internal readonly partial record struct DateText(DateTextKind Kind, int Year, int First, int Second)
{
    private const int LongestDate = 60;

    /// <summary>The date with this order; null when there is no such day.</summary>
    public DateOnly? Date(bool dayFirst)
    {
        var (month, day) = Kind == DateTextKind.Date || !dayFirst ? (First, Second) : (Second, First);
        return Year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Year, month)
            ? new DateOnly(Year, month, day)
            : null;
    }

    /// <param name="clean">Without spaces around, in ordinary digits.</param>
    public static DateText Read(string clean)
    {
        if (clean.Length > LongestDate)
        {
            return default;
        }

        var text = TimeOfDay().Replace(clean, "");
        if (YearFirst().Match(text) is { Success: true } year)
        {
            return new DateText(DateTextKind.Date, Part(year, "y"), Part(year, "m"), Part(year, "d"));
        }

        if (Named().Match(text) is { Success: true } named && Month(named.Groups[2].Value + named.Groups[3].Value) is { } month)
        {
            var day = named.Groups[1].Success ? Part(named, 1) : Part(named, 4);
            return named.Groups[5].Length == 4
                ? new DateText(DateTextKind.Date, Part(named, 5), month, day)
                : new DateText(DateTextKind.TwoDigitYear, 0, 0, 0);
        }

        if (YearLast().Match(text) is { Success: true } last)
        {
            return last.Groups[3].Length == 4
                ? new DateText(DateTextKind.DayAndMonth, Part(last, 3), Part(last, 1), Part(last, 2))
                : new DateText(DateTextKind.TwoDigitYear, 0, 0, 0);
        }

        return default;
    }

    /// <summary>"2-Jan" or "1月2日": what Excel makes of "1-2" and a CSV keeps.</summary>
    public static bool IsDayAndMonth(string clean) =>
        ShortDate().Match(clean) is { Success: true } match && (match.Groups["name"] is not { Success: true } name || Month(name.Value) is not null);

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Part(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? Month(string name)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        for (var month = 1; month <= 12; month++)
        {
            if (name.Equals(names.GetAbbreviatedMonthName(month), StringComparison.OrdinalIgnoreCase)
                || name.Equals(names.GetMonthName(month), StringComparison.OrdinalIgnoreCase)
                || (month == 9 && name.Equals("Sept", StringComparison.OrdinalIgnoreCase)))
            {
                return month;
            }
        }

        return null;
    }

    /// <summary>2012-3-5, 2012.3.5, 2012/3/5, 2012年3月5日, 20120305.</summary>
    [GeneratedRegex(@"^(?<y>\d{4})(?:\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*日?|(?<m>\d{2})(?<d>\d{2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    /// <summary>5-Mar-2012, 5 March 2012, March 5, 2012, and the same with a short year.</summary>
    [GeneratedRegex(@"^(?:(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*([A-Za-z]{3,9})|([A-Za-z]{3,9})[\s\-./]*(\d{1,2})(?:st|nd|rd|th)?)[.,]?[\s\-./']*(\d{4}|\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:\d{1,2}-(?<name>[A-Za-z]{3,4})|(?<name>[A-Za-z]{3,4})-\d{1,2}|\d{1,2}月\d{1,2}日)$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortDate();

    [GeneratedRegex(@"^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(AM|PM|am|pm)?Z?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();
}
