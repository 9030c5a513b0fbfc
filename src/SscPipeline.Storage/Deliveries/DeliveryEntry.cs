namespace SscPipeline.Storage.Deliveries;

/// <summary>One report on its way to one recipient.</summary>
/// <param name="GeneratedAt">Of the report.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="ChangedAt">When the state was reached.</param>
/// <param name="NotBefore">The earliest time of the next attempt.</param>
/// <param name="Problem">What was wrong last, in words; never a password, never a part of the report.</param>
/// <param name="ETag">Opaque: the version of the row.</param>
public sealed record DeliveryEntry(
    string Audience,
    DateTimeOffset GeneratedAt,
    DeliveryTarget Target,
    DeliveryState State,
    int Attempts,
    DateTimeOffset ChangedAt,
    DateTimeOffset NotBefore,
    string Problem,
    string ETag)
{
    public bool IsSettled => State is DeliveryState.Sent or DeliveryState.GivenUp or DeliveryState.Uncertain;

    internal static DeliveryEntry Planned(string audience, DateTimeOffset generatedAt, DeliveryTarget target) =>
        new(audience, generatedAt, target, DeliveryState.Planned, 0, generatedAt, generatedAt, "", "");
}
