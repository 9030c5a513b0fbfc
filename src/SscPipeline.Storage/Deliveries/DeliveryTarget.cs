namespace SscPipeline.Storage.Deliveries;

/// <summary>Whom a report goes to.</summary>
/// <param name="Channel"><c>email</c> or <c>webhook</c>.</param>
/// <param name="Recipient">An address, or the host that is called.</param>
public sealed record DeliveryTarget(string Channel, string Recipient);
