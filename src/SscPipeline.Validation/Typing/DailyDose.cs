namespace SscPipeline.Validation.Typing;

/// <summary>What follows the number of a dose: unit, then how often a day. "0.2 g" is 200 mg, "100 mg bid" 200 mg a day.</summary>
internal static class DailyDose
{
    private static readonly (string Text, decimal Factor)[] Units = [("mg", 1), ("毫克", 1), ("g", 1000), ("克", 1000), ("", 1)];

    private static readonly (string Text, decimal Factor)[] Frequencies =
    [
        ("", 1), ("d", 1), ("day", 1), ("perday", 1), ("daily", 1), ("日", 1), ("天", 1), ("qd", 1), ("od", 1), ("qn", 1), ("qam", 1),
        ("oncedaily", 1), ("onceaday", 1), ("x1", 1), ("每日一次", 1), ("每天一次", 1), ("一日一次", 1), ("每日1次", 1), ("每天1次", 1), ("1次日", 1),
        ("bid", 2), ("bd", 2), ("twicedaily", 2), ("twiceaday", 2), ("x2", 2), ("每日两次", 2), ("每天两次", 2), ("一日两次", 2), ("每日二次", 2), ("每日2次", 2), ("每天2次", 2), ("2次日", 2),
        ("tid", 3), ("tds", 3), ("thricedaily", 3), ("x3", 3), ("每日三次", 3), ("每天三次", 3), ("每日3次", 3),
        ("qid", 4), ("qds", 4), ("x4", 4), ("每日四次", 4), ("每日4次", 4),
        ("qod", 0.5m), ("everyotherday", 0.5m), ("隔日一次", 0.5m), ("隔日1次", 0.5m),
    ];

    /// <summary>What the number is multiplied by to get mg per day; null when the text is no dose.</summary>
    public static decimal? Factor(string rest)
    {
        var text = string.Concat(rest.Where(letter => letter == '×' || char.IsLetterOrDigit(letter))).ToLowerInvariant().Replace('×', 'x');
        foreach (var (unit, perUnit) in Units)
        {
            if (text.StartsWith(unit, StringComparison.Ordinal)
                && Array.FindIndex(Frequencies, frequency => frequency.Text == text[unit.Length..]) is >= 0 and var found)
            {
                return perUnit * Frequencies[found].Factor;
            }
        }

        return null;
    }
}
