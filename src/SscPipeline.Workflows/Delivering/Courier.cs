using System.Collections.Immutable;
using SscPipeline.Delivery;
using SscPipeline.Delivery.Email;
using SscPipeline.Delivery.Webhooks;
using SscPipeline.Storage.Deliveries;

namespace SscPipeline.Workflows.Delivering;

/// <summary>Knows whom the settings name, and hands a report over to one of them.</summary>
internal sealed class Courier(DeliverySettings settings, IMailer mailer, IWebhookCaller webhooks)
{
    private const string Email = "email";
    private const string Webhook = "webhook";

    public ImmutableArray<DeliveryTarget> Targets(string audience) =>
    [
        .. settings.Email is null ? [] : settings.Recipients.GetValueOrDefault(audience, []).Select(address => new DeliveryTarget(Email, address)),
        .. settings.Webhook is { } endpoint && settings.WebhookAudiences.Contains(audience) ? [new DeliveryTarget(Webhook, endpoint.ToString())] : (ImmutableArray<DeliveryTarget>)[],
    ];

    /// <summary>Whether the other side drops what it has seen before.</summary>
    public static bool MayRepeat(DeliveryTarget target) => target.Channel == Webhook;

    /// <param name="leaving">Asked before it leaves; on false it does not.</param>
    public async Task<SendOutcome> SendAsync(
        DeliveryTarget target, ReportParcel parcel, string period, Func<Task<bool>> leaving, CancellationToken cancellationToken) =>
        target.Channel == Email ? await mailer.SendAsync(
            ReportMail.Pack(parcel, target.Recipient, settings.Reports), settings.Email!, leaving, cancellationToken)
        : await leaving() ? await webhooks.PostAsync(
            ReportNotice.Pack(parcel, period, settings.Reports), settings.Webhook!, cancellationToken)
        : SendOutcome.Refused("Another host has taken it over.");

    /// <summary>The very bytes that would leave: <c>.eml</c> and <c>.json</c>.</summary>
    public ReadOnlyMemory<byte> Draft(DeliveryTarget target, ReportParcel parcel, string period) => target.Channel == Email
        ? MailMessage.Write(ReportMail.Pack(parcel, target.Recipient, settings.Reports), settings.Email!.From)
        : ReportNotice.Pack(parcel, period, settings.Reports).Json;
}
