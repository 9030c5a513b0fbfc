using System.Globalization;

namespace SscPipeline.Validation.Typing;

internal enum NumberTextKind
{
    Number,
    NotANumber,

    /// <summary>A comma that may be decimal or stand between thousands.</summary>
    AmbiguousComma,

    /// <summary><c>24-26</c>, <c>24/25</c>, <c>24 ± 2</c>.</summary>
    SeveralValues,
}

/// <summary>A text read as a number: <c>≤ 2.5 g/dL ↓</c> is 2.5 with a comparator, and "g/dL" is left to be understood.</summary>
/// <param name="Comparator">As <c>Outcome.Comparator</c>; null for an exact value.</param>
/// <param name="Rest">What follows the digits, without laboratory flags of signs.</param>
internal readonly record struct NumberText(NumberTextKind Kind, decimal Value, string? Comparator, string Rest)
{
    private static readonly char[] Signs = ['*', '↑', '↓', ' ', '\t'];

    /// <param name="clean">Without spaces around, in ordinary digits.</param>
    public static NumberText Read(string clean, bool commaIsDecimal)
    {
        if (decimal.TryParse(clean, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain))
        {
            return new NumberText(NumberTextKind.Number, plain, null, "");
        }

        var text = clean.Trim(Signs);
        var (comparator, start) = Comparison(text);
        text = text[start..].TrimStart();
        var end = text is ['-' or '+', ..] ? 1 : 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
        {
            end++;
        }

        var (digits, rest) = (text[..end], text[end..].Trim(Signs));
        if (digits.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return new NumberText(NumberTextKind.NotANumber, 0, null, "");
        }

        if (rest.Length > 1 && rest[0] is '-' or '–' or '~' or '/' or '±' or '、' or ';' && rest[1..].TrimStart() is [>= '0' and <= '9', ..])
        {
            return new NumberText(NumberTextKind.SeveralValues, Digits(digits, commaIsDecimal).Value, comparator, rest);
        }

        return Digits(digits, commaIsDecimal) with { Comparator = comparator, Rest = rest };
    }

    private static NumberText Digits(string digits, bool commaIsDecimal)
    {
        var (comma, point) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        if (comma < 0)
        {
            return Parse(digits);
        }

        if (point >= 0)
        {
            // Both: the last one is the decimal sign, the other must part the thousands.
            var (decimalSign, group) = comma > point ? (',', '.') : ('.', ',');
            var whole = digits[..Math.Max(comma, point)];
            return AreThousands(whole, group) && (decimalSign == ',') == commaIsDecimal
                ? Parse(whole.Replace(group.ToString(), "", StringComparison.Ordinal) + "." + digits[(whole.Length + 1)..])
                : new NumberText(NumberTextKind.AmbiguousComma, 0, null, "");
        }

        if (digits.IndexOf(',', StringComparison.Ordinal) != comma)
        {
            return AreThousands(digits, ',') ? Parse(digits.Replace(",", "", StringComparison.Ordinal)) : new(NumberTextKind.NotANumber, 0, null, "");
        }

        return commaIsDecimal ? Parse(digits.Replace(',', '.')) : new NumberText(NumberTextKind.AmbiguousComma, 0, null, "");
    }

    private static NumberText Parse(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new NumberText(NumberTextKind.Number, value, null, "")
            : new NumberText(NumberTextKind.NotANumber, 0, null, "");

    private static bool AreThousands(string digits, char group)
    {
        var groups = digits.TrimStart('-', '+').Split(group);
        return groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(part => part.Length == 3);
    }

    private static (string? Comparator, int Length) Comparison(string text) => text switch
    {
        ['<', '=', ..] => ("<=", 2),
        ['>', '=', ..] => (">=", 2),
        ['=', '<', ..] => ("<=", 2),
        ['=', '>', ..] => (">=", 2),
        ['<', ..] => ("<", 1),
        ['>', ..] => (">", 1),
        ['≤' or '⩽' or '≦', ..] => ("<=", 1),
        ['≥' or '⩾' or '≧', ..] => (">=", 1),
        _ => (null, 0),
    };
}
