using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The answer to one action of a transaction. Its headers stay text until somebody asks for one: nearly nobody does.</summary>
internal sealed class TransactionPart(int status, string reasonPhrase) : Response
{
    private ReadOnlyMemory<char> headers;
    private Stream? content;

    public override int Status { get; } = status;

    public override string ReasonPhrase { get; } = reasonPhrase;

    public override bool IsError => Status >= 400;

    public override Stream? ContentStream
    {
        get => content;
        set => content = value;
    }

    public override string ClientRequestId { get; set; } = "";

    /// <param name="lines">All lines from the first header to the last.</param>
    public void SetHeaders(ReadOnlyMemory<char> lines) => headers = lines;

    public void AppendBody(ReadOnlySpan<char> line)
    {
        content ??= new MemoryStream();
        content.Write(Encoding.UTF8.GetBytes(line.ToString()));
    }

    public override void Dispose() => content?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in headers.Span.EnumerateLines())
        {
            if (line.IndexOf(':') is > 0 and var colon)
            {
                all[line[..colon].ToString()] = Value(line, colon);
            }
        }

        return all.Select(header => new HttpHeader(header.Key, header.Value));
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        foreach (var line in headers.Span.EnumerateLines())
        {
            if (line.IndexOf(':') is > 0 and var colon && line[..colon].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = Value(line, colon);
            }
        }

        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    private static string Value(ReadOnlySpan<char> line, int colon) => line[(colon + 1)..].Trim().ToString();
}
