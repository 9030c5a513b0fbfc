using System.Globalization;
using System.Text.RegularExpressions;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Validation.Dictionary;

/// <summary>Says of a text which visit it names: a word of codes.csv, or a number of months, weeks, days or years in English or
/// Chinese.</summary>
/// <remarks>Months and years (of 12 months) are nominal. Week n is study day 7n + 1, since week 0 begins with the first dose, which is
/// study day 1: week 24 is day 169.</remarks>
internal sealed partial class VisitNames(CodeTable codes)
{
    private const int LongestName = 30;

    /// <summary>No study of this kind lasts longer: beyond it a number is a calendar year or an identifier.</summary>
    private const int MostMonths = 240;

    private static readonly Dictionary<string, string> Numerals =
        "one 1 two 2 three 3 six 6 nine 9 twelve 12 eighteen 18 一 1 二 2 两 2 三 3 六 6 九 9 十二 12 十八 18"
            .Split(' ')
            .Chunk(2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Null when the text names no visit.</summary>
    public VisitMark? Read(string text)
    {
        if (text.Length is 0 or > LongestName)
        {
            return null;
        }

        var clean = TextForm.Clean(text);
        return codes.Visit(clean) is { } month
            ? new VisitMark(clean, month.Length == 0 ? null : VisitTime.AtMonth(decimal.Parse(month, CultureInfo.InvariantCulture)))
            : Numbered(clean) is { } time ? new VisitMark(clean, time) : null;
    }

    /// <summary>Null for a name that stands for no time, and for any other text.</summary>
    public VisitTime? Time(string text) => Read(text)?.Time;

    /// <summary>The planned month that a name stands for; null when it stands for none.</summary>
    public decimal? Month(string text) => Time(text) switch
    {
        { Month: { } month } => month,
        { StudyDay: { } day } => VisitSchedule.At(day, WindowRule.Strict)?.Month,
        _ => null,
    };

    private static VisitTime? Numbered(string text)
    {
        var plain = Separators().Replace(text.ToLowerInvariant(), " ").Trim();
        plain = Words().Replace(plain, word => Numerals[word.Value]);
        if (Pattern().Match(plain) is not { Success: true } match)
        {
            return null;
        }

        var number = decimal.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        var unit = match.Groups["u"].Value;
        return unit[0] switch
        {
            'm' or '月' or '个' => AtMonth(number),
            'y' or '年' => AtMonth(number * 12),
            'w' or '周' or '星' => AtDay((number * 7) + 1),
            _ => AtDay(number),
        };
    }

    private static VisitTime? AtMonth(decimal month) => month <= MostMonths ? VisitTime.AtMonth(month) : null;

    private static VisitTime? AtDay(decimal day) =>
        day == Math.Floor(day) && day <= MostMonths * VisitSchedule.DaysPerMonth ? VisitTime.AtDay((int)day) : null;

    [GeneratedRegex(@"[\s_\-/,:;()\[\]【】#@+]+|\.(?!\d)|(?<!\d)\.", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\b(?:one|two|three|six|nine|twelve|eighteen)\b|(?:十二|十八|[一二两三六九])(?=年|个?月|周|星期)", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(
        """
        ^(?:(?:at|after|post|visit|fu|f\ u|follow\ ?up|study|treatment|随访|治疗|用药|服药|给药|访视|第|满|后)\s*)*
        (?:(?<u>months?|mths?|mos?|mon|m|weeks?|wks?|w|days?|d|years?|yrs?|y)\s*(?<n>\d{1,4}(?:\.\d)?)
          |(?<n>\d{1,4}(?:\.\d)?)\s*(?<u>months?|mths?|mos?|mon|m|weeks?|wks?|w|days?|d|years?|yrs?|y|个?月|周|星期|天|日|年))
        (?:\s*(?:visit|fu|f\ u|follow\ ?up|of\ treatment|on\ treatment|on\ drug|post|后|时|末|随访|访视|治疗|用药|治疗后|用药后|评估|复查))*$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
