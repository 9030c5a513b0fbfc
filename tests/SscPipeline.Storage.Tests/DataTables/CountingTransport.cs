using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SscPipeline.Storage.Tests.DataTables;

/// <summary>Passes requests on, or answers them itself while <see cref="Answer"/> gives a response.</summary>
internal sealed class CountingTransport : HttpPipelineTransport
{
    private static readonly HttpClientTransport Inner = HttpClientTransport.Shared;

    private int requests;

    public int Requests => Volatile.Read(ref requests);

    /// <summary>Called with the number of the request, from 1, and the request.</summary>
    public Func<int, Request, Response?>? Answer { get; init; }

    /// <summary>Awaited before a request goes out, with its number and its token.</summary>
    public Func<int, CancellationToken, Task>? Waiting { get; init; }

    /// <summary>Called after the service has carried out the request: throwing loses its answer.</summary>
    public Action<int, Request>? Answered { get; init; }

    public override Request CreateRequest() => Inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var number = Interlocked.Increment(ref requests);
        await (Waiting?.Invoke(number, message.CancellationToken) ?? Task.CompletedTask);
        if (Answer?.Invoke(number, message.Request) is { } response)
        {
            message.Response = response;
            return;
        }

        await Inner.ProcessAsync(message);
        Answered?.Invoke(number, message.Request);
    }
}
