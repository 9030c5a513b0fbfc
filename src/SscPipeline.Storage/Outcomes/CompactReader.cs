using System.Text;

namespace SscPipeline.Storage.Outcomes;

/// <summary>Reads what <see cref="CompactLines"/> wrote, line by line and field by field, with no string but for the fields that are asked for.</summary>
internal ref struct CompactReader(string? text)
{
    private ReadOnlySpan<char> rest = text;
    private ReadOnlySpan<char> line;
    private bool isOver = text is null;

    /// <summary>0 without any text.</summary>
    public static int Lines(string? text) => text is null ? 0 : text.AsSpan().Count('\n') + 1;

    public bool NextLine()
    {
        if (isOver)
        {
            return false;
        }

        line = Take(ref rest, '\n', out isOver);
        return true;
    }

    /// <summary>The next field of the line; null when it was left away.</summary>
    public string? NextField() => Plain(NextPlainField());

    /// <summary>The same for a field that never needs escaping, such as a name; empty when it was left away.</summary>
    public ReadOnlySpan<char> NextPlainField() => Take(ref line, '\t', out _);

    private static ReadOnlySpan<char> Take(scoped ref ReadOnlySpan<char> rest, char end, out bool isLast)
    {
        var length = rest.IndexOf(end);
        isLast = length < 0;
        var taken = isLast ? rest : rest[..length];
        rest = isLast ? [] : rest[(length + 1)..];
        return taken;
    }

    private static string? Plain(ReadOnlySpan<char> field)
    {
        if (!field.Contains('\\'))
        {
            return field.IsEmpty ? null : field.ToString();
        }

        var plain = new StringBuilder(field.Length);
        for (var at = 0; at < field.Length; at++)
        {
            if (field[at] != '\\')
            {
                plain.Append(field[at]);
                continue;
            }

            plain.Append(field[++at] switch
            {
                't' => "\t",
                'n' => "\n",
                'e' => "",
                _ => "\\",
            });
        }

        return plain.ToString();
    }
}
