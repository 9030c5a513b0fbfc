namespace SscPipeline.Spreadsheets.Csv;

/// <summary>Finds out what separates the values of a text table: the character that occurs equally often on most lines.</summary>
internal static class Separators
{
    private const int LinesToLookAt = 50;

    /// <summary>The first of equals wins: a comma beside as many semicolons is a decimal comma.</summary>
    private static readonly char[] s_candidates = ['\t', ';', ','];

    /// <returns>The separator that <c>sep=</c> on the first line names, and the length of that line; null when there is none.</returns>
    public static (char Separator, int Length)? Declared(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || !text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return text[5..] switch
        {
            [] => (text[4], 5),
            ['\r', '\n', ..] => (text[4], 7),
            ['\r' or '\n', ..] => (text[4], 6),
            _ => null,
        };
    }

    public static char Sniff(ReadOnlySpan<char> text)
    {
        var best = ',';
        var bestScore = 0.0;
        foreach (var candidate in s_candidates)
        {
            var score = Score(Counts(text, candidate));
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    /// <summary>The share of lines with the commonest count; half of the share with any when most lines have none.</summary>
    private static double Score(List<int> counts)
    {
        if (counts.Count == 0)
        {
            return 0;
        }

        var common = counts.GroupBy(count => count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
        return common.Key > 0 ? common.Count() / (double)counts.Count : counts.Count(count => count > 0) / (2.0 * counts.Count);
    }

    /// <summary>How often the candidate stands outside quotes on each line that is not blank.</summary>
    private static List<int> Counts(ReadOnlySpan<char> text, char candidate)
    {
        var counts = new List<int>();
        var count = 0;
        var quoted = false;
        var blank = true;
        foreach (var one in text)
        {
            if (one == '"')
            {
                quoted = !quoted;
                blank = false;
            }
            else if (!quoted && one is '\r' or '\n')
            {
                AddLine();
                if (counts.Count == LinesToLookAt)
                {
                    return counts;
                }
            }
            else
            {
                count += !quoted && one == candidate ? 1 : 0;
                blank = false;
            }
        }

        AddLine();
        return counts;

        void AddLine()
        {
            if (!blank)
            {
                counts.Add(count);
            }

            count = 0;
            blank = true;
        }
    }
}
