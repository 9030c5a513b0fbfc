namespace SscPipeline.Delivery.Webhooks;

/// <summary>Who is told by HTTP.</summary>
public sealed record WebhookEndpoint
{
    /// <summary>https, or http on this machine only.</summary>
    public required Uri Url { get; init; }

    /// <summary>Both sides know it; bodies are signed with it.</summary>
    public required string Secret { get; init; }

    /// <summary>Of one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After the first attempt.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Before the first retry; doubled with each.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Neither path nor query, which may hold a token.</summary>
    public override string ToString() => Url.Authority;
}
