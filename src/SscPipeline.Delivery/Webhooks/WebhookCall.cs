namespace SscPipeline.Delivery.Webhooks;

/// <param name="IdempotencyKey">The same for every attempt to tell the same: a receiver drops what it has seen.</param>
/// <param name="Json">UTF-8.</param>
public sealed record WebhookCall(string IdempotencyKey, ReadOnlyMemory<byte> Json);
