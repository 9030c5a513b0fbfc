namespace SscPipeline.Domain.Workbooks;

/// <summary>A number format code such as <c>yyyy-mm-dd</c> or <c>0.0%</c>; one object per code and workbook.</summary>
public sealed record NumberFormat(string Code)
{
    public static NumberFormat General { get; } = new("General");

    /// <summary>The number is days since the workbook's epoch.</summary>
    public bool IsDate { get; } = LooksLikeDate(Code);

    /// <summary>0.85 was shown as 85 %.</summary>
    public bool IsPercent { get; } = WithoutLiterals(Code).Contains('%', StringComparison.Ordinal);

    private static bool LooksLikeDate(string code)
    {
        var bare = WithoutLiterals(code).ToUpperInvariant();
        var hasDigits = bare.Contains('0', StringComparison.Ordinal) || bare.Contains('#', StringComparison.Ordinal);
        var hasDayOrYear = bare.Any(letter => letter is 'Y' or 'D' or 'H' or '年' or '日');
        var hasSeconds = bare.Contains("SS", StringComparison.Ordinal);
        return bare != "GENERAL" && (hasDayOrYear || hasSeconds || (!hasDigits && bare.Any(letter => letter is 'M' or 'S' or '月')));
    }

    /// <summary>Drops quoted text, escaped characters, padding and bracketed colours, conditions and locales, which are no pattern.</summary>
    private static string WithoutLiterals(string code)
    {
        var kept = new System.Text.StringBuilder(code.Length);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = SkipTo(code, i, '"');
                    break;
                case '[' when !IsElapsed(code, i):
                    i = SkipTo(code, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    kept.Append(code[i]);
                    break;
            }
        }

        return kept.ToString();
    }

    private static bool IsElapsed(string code, int at) => at + 1 < code.Length && code[at + 1] is 'h' or 'H' or 'm' or 's' or 'S';

    private static int SkipTo(string code, int from, char end)
    {
        var found = code.IndexOf(end, from + 1);
        return found < 0 ? code.Length : found;
    }
}
