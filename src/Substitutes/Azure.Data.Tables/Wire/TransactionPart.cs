using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The answer to one action of a transaction.</summary>
internal sealed class TransactionPart(int status, string reasonPhrase) : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
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

    public void AddHeader(string name, string value) => headers[name] = value;

    public void AppendBody(ReadOnlySpan<char> line)
    {
        content ??= new MemoryStream();
        content.Write(Encoding.UTF8.GetBytes(line.ToString()));
    }

    public override void Dispose() => content?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
