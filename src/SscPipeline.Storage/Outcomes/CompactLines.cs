using System.Text;

namespace SscPipeline.Storage.Outcomes;

/// <summary>Small tables in one text: a line a row, fields between tabs, trailing nulls left away. Null and empty stay apart.</summary>
/// <param name="room">Characters to expect.</param>
internal sealed class CompactLines(int room)
{
    private readonly StringBuilder text = new(room);

    public void Add(params ReadOnlySpan<string?> fields)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        var last = fields.Length - 1;
        while (fields[last] is null)
        {
            last--;
        }

        for (var at = 0; at <= last; at++)
        {
            if (at > 0)
            {
                text.Append('\t');
            }

            Append(fields[at]);
        }
    }

    /// <summary>Null without a line.</summary>
    public string? ToText() => text.Length == 0 ? null : text.ToString();

    private void Append(string? field)
    {
        if (field is "")
        {
            text.Append("\\e");
        }
        else if (field is not null && field.AsSpan().ContainsAny('\\', '\t', '\n'))
        {
            text.Append(field
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\t", "\\t", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal));
        }
        else
        {
            text.Append(field);
        }
    }
}
