using Azure.Core;
using Azure.Core.Pipeline;

namespace SscPipeline.Storage.Probing;

/// <summary>Looks at the date of every answer, a refusal's too.</summary>
internal sealed class DateTransport(TimeProvider time) : HttpPipelineTransport
{
    private readonly HttpClientTransport network = HttpClientTransport.Shared;

    public TimeSpan? ClockAhead { get; private set; }

    public override Request CreateRequest() => network.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Storage is used asynchronously only.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await network.ProcessAsync(message);
        if (message.Response.Headers.Date is { } date)
        {
            ClockAhead = time.GetUtcNow() - date;
        }
    }
}
