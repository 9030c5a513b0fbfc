using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace SscPipeline.Delivery.Webhooks;

/// <summary>Posts signed JSON. A passing fault is retried at once a few times; each attempt is signed anew, with its own time and the same key.</summary>
/// <remarks>A redirect is not followed: the body is meant for the address of the settings and for no other.</remarks>
public sealed class WebhookCaller(TimeProvider time) : IWebhookCaller, IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public async Task<SendOutcome> PostAsync(WebhookCall call, WebhookEndpoint endpoint, CancellationToken cancellationToken) =>
        await Retries(endpoint).ExecuteAsync(
            static async (state, token) => await state.Caller.TryAsync(state.Call, state.Endpoint, token),
            (Caller: this, Call: call, Endpoint: endpoint), cancellationToken) is var attempt && attempt.Problem is { } problem
            ? SendOutcome.Refused(problem)
            : SendOutcome.Sent;

    public void Dispose() => client.Dispose();

    private ResiliencePipeline<Attempt> Retries(WebhookEndpoint endpoint)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = time };
        return endpoint.Retries == 0 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = endpoint.Retries,
            Delay = endpoint.Delay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<Attempt>().HandleResult(attempt => attempt.MayPass),
        }).Build();
    }

    private async ValueTask<Attempt> TryAsync(WebhookCall call, WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(endpoint.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = Request(call, endpoint);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judge(answer.StatusCode, endpoint);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(true, string.Create(CultureInfo.InvariantCulture, $"{endpoint} did not answer within {endpoint.Timeout.TotalSeconds:0} seconds."));
        }
        catch (HttpRequestException fault)
        {
            return new(true, $"{endpoint} cannot be reached ({fault.HttpRequestError}).");
        }
    }

    private HttpRequestMessage Request(WebhookCall call, WebhookEndpoint endpoint)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ReadOnlyMemoryContent(call.Json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.Add("Idempotency-Key", call.IdempotencyKey);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(endpoint.Secret, timestamp, call.Json.Span));
        return request;
    }

    private static Attempt Judge(HttpStatusCode status, WebhookEndpoint endpoint) => (int)status switch
    {
        >= 200 and < 300 => default,
        >= 300 and < 400 => new(false, string.Create(CultureInfo.InvariantCulture, $"{endpoint} answered {(int)status}, a redirect, which is not followed.")),
        408 or 425 or 429 or >= 500 => new(true, string.Create(CultureInfo.InvariantCulture, $"{endpoint} answered {(int)status}.")),
        _ => new(false, string.Create(CultureInfo.InvariantCulture, $"{endpoint} answered {(int)status}.")),
    };

    /// <param name="Problem">Null when the receiver has it.</param>
    private readonly record struct Attempt(bool MayPass, string? Problem);
}
