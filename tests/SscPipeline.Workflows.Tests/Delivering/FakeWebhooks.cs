using System.Text.Json;
using SscPipeline.Delivery;
using SscPipeline.Delivery.Webhooks;

namespace SscPipeline.Workflows.Tests.Delivering;

internal sealed class FakeWebhooks : IWebhookCaller
{
    public List<(string Key, JsonElement Body)> Calls { get; } = [];

    public Task<SendOutcome> PostAsync(WebhookCall call, WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        Calls.Add((call.IdempotencyKey, JsonDocument.Parse(call.Json).RootElement));
        return Task.FromResult(SendOutcome.Sent);
    }
}
