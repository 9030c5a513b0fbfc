using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>The ways in which a heading can be a variable and a visit: <c>mRSS 24月</c>, <c>基线mRSS</c>, <c>FVC 6m (L)</c>.</summary>
internal static class VisitSplit
{
    private const int MostTokens = 10;
    private const int LongestHeading = 200;

    /// <summary>Words that name a visit in a cell and something else in a heading: FVC before the bronchodilator, start of the drug.</summary>
    private static readonly string[] NotInHeadings = ["pre", "start"];

    private enum Kind
    {
        Separator,
        Letter,
        Digit,
        Han,
        Sign,
    }

    /// <summary>Longer names of visits first, so that "24 weeks" is not "24".</summary>
    public static IEnumerable<(string Name, VisitMark Visit)> Of(string text, VisitNames names)
    {
        var tokens = text.Length > LongestHeading ? [] : Tokens(text);
        for (var length = Math.Min(MostTokens, tokens.Count - 1); length > 0; length--)
        {
            for (var first = tokens.Count - length; first >= 0; first--)
            {
                var (start, end) = (tokens[first].Start, tokens[first + length - 1].End);
                var name = text[start..end];
                if (Mark(name, isLast: first + length == tokens.Count) is { } visit)
                {
                    yield return ($"{text[..start].TrimEnd(' ', '_', '-', '(', '[', '/', ':', '@', '.')} {Tail(text[end..])}".Trim(), visit);
                }
            }
        }

        VisitMark? Mark(string name, bool isLast) =>
            isLast && name.Length <= 2 && name.All(char.IsAsciiDigit) ? new VisitMark(name, null, IsBareNumber: true)
            : NotInHeadings.Contains(name, StringComparer.OrdinalIgnoreCase) ? null
            : names.Read(name);
    }

    private static string Tail(string text) => text.TrimStart(')', ']', ' ', '_', '-', ':', '.', '后');

    private static List<(int Start, int End)> Tokens(string text)
    {
        var tokens = new List<(int Start, int End)>();
        for (var at = 0; at < text.Length;)
        {
            var kind = KindOf(text[at]);
            var end = at + 1;
            while (kind is Kind.Letter or Kind.Digit && end < text.Length && KindOf(text[end]) == kind)
            {
                end++;
            }

            if (kind != Kind.Separator)
            {
                tokens.Add((at, end));
            }

            at = end;
        }

        return tokens;
    }

    private static Kind KindOf(char letter) =>
        char.IsAsciiDigit(letter) ? Kind.Digit
        : letter >= '\u2E80' && char.IsLetter(letter) ? Kind.Han
        : char.IsLetter(letter) ? Kind.Letter
        : letter == '%' ? Kind.Sign
        : Kind.Separator;
}
