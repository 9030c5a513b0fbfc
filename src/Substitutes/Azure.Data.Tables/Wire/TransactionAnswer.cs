using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>The parts of a transaction's answer: one per action in order, or the one that failed.</summary>
internal static class TransactionAnswer
{
    /// <summary>Tolerates bare line feeds and missing blank lines; a part begins at its status line and ends at the next boundary.</summary>
    public static IReadOnlyList<Response> Read(Response answer)
    {
        var parts = new List<Response>();
        TransactionPart? part = null;
        var inBody = false;
        var text = Encoding.UTF8.GetString(answer.Content.ToMemory().Span);
        var headers = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            _ = text.AsSpan().Overlaps(line, out var at);
            if (line.StartsWith("--", StringComparison.Ordinal))
            {
                (part, inBody) = (null, false);
            }
            else if (part is null && line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                part = Start(line["HTTP/1.1 ".Length..]);
                parts.Add(part);
                headers = at + line.Length;
            }
            else if (part is null)
            {
                continue;
            }
            else if (inBody)
            {
                part.AppendBody(line);
            }
            else if (line.IsWhiteSpace())
            {
                inBody = true;
            }
            else
            {
                part.SetHeaders(text.AsMemory(headers, at + line.Length - headers));
            }
        }

        return parts;
    }

    private static TransactionPart Start(ReadOnlySpan<char> status)
    {
        var space = status.IndexOf(' ');
        var code = space < 0 ? status : status[..space];
        return new TransactionPart(
            int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture), space < 0 ? "" : status[(space + 1)..].ToString());
    }
}
