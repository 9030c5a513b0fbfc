using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>"Did you mean": the variable whose heading is nearest, at most a quarter of its letters away. Never a mapping.</summary>
internal static class Suggestion
{
    public static Variable? For(string heading, Lexicon lexicon)
    {
        var form = TextForm.Heading(heading);
        Variable? best = null;
        var bestDistance = Math.Max(1, form.Length / 4) + 1;
        if (form.Length < 3)
        {
            return null;
        }

        foreach (var (known, variable) in lexicon.Headers.Plain)
        {
            if (known.Length >= 3 && Math.Abs(known.Length - form.Length) < bestDistance && Distance(form, known) is var distance && distance < bestDistance)
            {
                (best, bestDistance) = (variable, distance);
            }
        }

        return best;
    }

    /// <summary>Letters to insert, delete, replace, or swap with their neighbour.</summary>
    public static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
