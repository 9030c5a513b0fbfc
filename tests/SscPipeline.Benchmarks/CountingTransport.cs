using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SscPipeline.Benchmarks;

/// <summary>Passes requests on and counts them, by service and verb, with the bytes that they carry.</summary>
internal sealed class CountingTransport : HttpPipelineTransport
{
    private static readonly HttpClientTransport Inner = HttpClientTransport.Shared;

    private readonly ConcurrentDictionary<string, int> byKind = new(StringComparer.Ordinal);

    /// <summary>Kept only when asked for: the bodies of table transactions.</summary>
    public ConcurrentQueue<byte[]>? Batches { get; init; }

    public int Tables => Sum("table");

    public int Blobs => Sum("blob");

    public int All => byKind.Values.Sum();

    public int Of(string kind) => byKind.GetValueOrDefault(kind);

    /// <summary>Requests by kind such as <c>blob PUT</c>, the most frequent first.</summary>
    public IReadOnlyList<(string Kind, int Count)> ByKind => [.. byKind.OrderByDescending(kind => kind.Value).Select(kind => (kind.Key, kind.Value))];

    public void Reset() => byKind.Clear();

    public override Request CreateRequest() => Inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var request = message.Request;
        var uri = request.Uri.ToUri();
        var isTransaction = uri.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal);
        var isTable = request.Headers.TryGetValue("DataServiceVersion", out _);
        var verb = isTransaction ? "transaction" : uri.Query.Contains("comp=list", StringComparison.Ordinal) ? "list" : isTable && request.Method == RequestMethod.Get ? "query" : request.Method.Method;
        byKind.AddOrUpdate($"{(isTable ? "table" : "blob")} {verb}", 1, (_, count) => count + 1);
        if (isTransaction && Batches is not null)
        {
            using var copy = new MemoryStream();
            await request.Content!.WriteToAsync(copy, message.CancellationToken);
            Batches.Enqueue(copy.ToArray());
        }

        await Inner.ProcessAsync(message);
    }

    private int Sum(string service) => byKind.Where(kind => kind.Key.StartsWith(service, StringComparison.Ordinal)).Sum(kind => kind.Value);
}
