using System.Globalization;
using System.Runtime.ExceptionServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Polly;

namespace SscPipeline.Storage.Resilience;

/// <summary>Stands where the Azure clients have their own retries, so that every request (each page and range too) is retried by
/// Polly and by nothing else. The policies after it run anew for each attempt: the signature has a fresh date.</summary>
/// <remarks>Which answers and exceptions may pass (408, 429, 500, 502, 503, 504, a broken connection, an attempt that took too
/// long) is what the clients' own classifiers say. The timeout of an attempt is the pipeline's network timeout.</remarks>
internal sealed class ResiliencePolicy(ResiliencePipeline<Attempt> resilience) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is used asynchronously only.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var attempt = await resilience.ExecuteAsync(
            static (state, _) => TryAsync(state.message, state.pipeline), (message, pipeline), message.CancellationToken);
        attempt.Fault?.Throw();
    }

    private static async ValueTask<Attempt> TryAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.HasResponse)
        {
            message.Response.Dispose();
        }

        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception fault) when (message.ResponseClassifier.IsRetriable(message, fault) && !message.CancellationToken.IsCancellationRequested)
        {
            return new Attempt(true, ExceptionDispatchInfo.Capture(fault), null);
        }

        return message.ResponseClassifier.IsRetriableResponse(message) ? new Attempt(true, null, WaitFor(message.Response)) : default;
    }

    private static TimeSpan? WaitFor(Response response) =>
        response.Headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
