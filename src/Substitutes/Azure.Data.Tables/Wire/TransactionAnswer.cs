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
        foreach (var line in Encoding.UTF8.GetString(answer.Content.ToMemory().Span).AsSpan().EnumerateLines())
        {
            if (line.StartsWith("--", StringComparison.Ordinal))
            {
                (part, inBody) = (null, false);
            }
            else if (part is null && line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                part = Start(line["HTTP/1.1 ".Length..]);
                parts.Add(part);
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
            else if (line.IndexOf(':') is > 0 and var colon)
            {
                part.AddHeader(line[..colon].ToString(), line[(colon + 1)..].Trim().ToString());
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
