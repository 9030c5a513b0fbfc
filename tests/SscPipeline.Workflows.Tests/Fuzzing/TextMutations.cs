using System.Text;

namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>Damage to markup and to text tables: values, elements and lines are changed, doubled, moved and taken away.</summary>
internal static class TextMutations
{
    public static byte[] OfMarkup(byte[] content, Random random)
    {
        var text = Encoding.UTF8.GetString(content);
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            text = random.Next(3) == 0 ? Element(text, random) : Between(text, random.Next(2) == 0 ? ('"', '"') : ('>', '<'), random);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    public static byte[] OfTable(byte[] content, Random random)
    {
        var lines = Encoding.Latin1.GetString(content).Split('\n').ToList();
        for (var left = random.Next(1, 6); left > 0; left--)
        {
            var at = random.Next(lines.Count);
            var cells = lines[at].Split(random.Next(2) == 0 ? ',' : ';');
            cells[random.Next(cells.Length)] = random.Next(4) == 0 ? "\"" + NastyValues.Text(random) : NastyValues.Text(random);
            switch (random.Next(6))
            {
                case 0:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 1 when lines.Count > 1:
                    lines.RemoveAt(at);
                    break;
                default:
                    lines[at] = string.Join(random.Next(8) == 0 ? '\t' : ',', cells);
                    break;
            }
        }

        return random.Next(10) == 0 ? Encoding.Unicode.GetBytes(string.Join('\n', lines)) : Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    /// <summary>What stands between two marks becomes something nasty.</summary>
    private static string Between(string text, (char Open, char Close) marks, Random random)
    {
        var open = text.IndexOf(marks.Open, random.Next(text.Length + 1));
        var close = open < 0 ? -1 : text.IndexOf(marks.Close, open + 1);
        return close < 0 ? text : $"{text[..(open + 1)]}{NastyValues.Text(random)}{text[close..]}";
    }

    private static string Element(string text, Random random)
    {
        var open = text.IndexOf('<', random.Next(text.Length + 1));
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        if (close < 0)
        {
            return text;
        }

        var element = text[open..(close + 1)];
        return random.Next(4) switch
        {
            0 => text.Remove(open, element.Length),
            1 => text.Insert(open, string.Concat(Enumerable.Repeat(element, random.Next(1, 300)))),
            2 => text.Insert(Math.Max(0, text.IndexOf('<', random.Next(text.Length))), element),
            _ => text[..(close + 1)],
        };
    }
}
