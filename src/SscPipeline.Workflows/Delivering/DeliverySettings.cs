using System.Collections.Immutable;
using SscPipeline.Delivery.Email;
using SscPipeline.Delivery.Webhooks;

namespace SscPipeline.Workflows.Delivering;

/// <summary>Where reports go beside storage. Nowhere, unless the settings <c>Ssc:Delivery:*</c> say so.</summary>
public sealed record DeliverySettings
{
    /// <summary>Where recipients open the container <c>reports</c>, with a slash at its end; null when they cannot.</summary>
    public Uri? Reports { get; init; }

    /// <summary>Null when off.</summary>
    public MailServer? Email { get; init; }

    /// <summary>Addresses by audience.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Recipients { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Null when off.</summary>
    public WebhookEndpoint? Webhook { get; init; }

    public ImmutableArray<string> WebhookAudiences { get; init; } = [];
}
