namespace SscPipeline.Delivery.Webhooks;

public interface IWebhookCaller
{
    /// <returns>Never throws for what a server or network does.</returns>
    Task<SendOutcome> PostAsync(WebhookCall call, WebhookEndpoint endpoint, CancellationToken cancellationToken);
}
