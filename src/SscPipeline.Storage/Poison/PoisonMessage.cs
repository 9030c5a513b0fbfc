namespace SscPipeline.Storage.Poison;

/// <param name="Text">Decoded, whether it was sent as base64 or as plain text.</param>
/// <param name="PopReceipt">Needed to delete or release it; null when it was only looked at.</param>
/// <param name="DequeueCount">How often it was received.</param>
public sealed record PoisonMessage(string Id, string Text, string? PopReceipt, long DequeueCount, DateTimeOffset? InsertedAt);
