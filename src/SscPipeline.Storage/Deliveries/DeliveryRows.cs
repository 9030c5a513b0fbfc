using Azure.Data.Tables;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Summaries;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Deliveries;

/// <summary>The deliveries of the table <c>Summaries</c>, to and from what they mean.</summary>
internal static class DeliveryRows
{
    public static TableEntity Of(DeliveryEntry delivery)
    {
        var row = new TableEntity(delivery.Audience, TableKeys.Delivery(delivery.GeneratedAt, delivery.Target.Channel, delivery.Target.Recipient))
        {
            [nameof(DeliveryEntry.GeneratedAt)] = delivery.GeneratedAt.ToUniversalTime(),
            [nameof(DeliveryTarget.Channel)] = delivery.Target.Channel,
            [nameof(DeliveryEntry.State)] = delivery.State.ToString(),
            [nameof(DeliveryEntry.Attempts)] = delivery.Attempts,
            [nameof(DeliveryEntry.ChangedAt)] = delivery.ChangedAt.ToUniversalTime(),
            [nameof(DeliveryEntry.NotBefore)] = delivery.NotBefore.ToUniversalTime(),
        };
        TextProperty.Write(row, nameof(DeliveryTarget.Recipient), delivery.Target.Recipient);
        TextProperty.Write(row, nameof(DeliveryEntry.Problem), delivery.Problem);
        return row;
    }

    public static DeliveryEntry Read(TableEntity row) => new(
        row.PartitionKey,
        row.GetDateTimeOffset(nameof(DeliveryEntry.GeneratedAt)) ?? throw SummaryRows.Damaged(row),
        new DeliveryTarget(
            row.GetString(nameof(DeliveryTarget.Channel)) ?? throw SummaryRows.Damaged(row),
            TextProperty.Read(row, nameof(DeliveryTarget.Recipient)) ?? throw SummaryRows.Damaged(row)),
        Enum.Parse<DeliveryState>(row.GetString(nameof(DeliveryEntry.State)) ?? throw SummaryRows.Damaged(row)),
        row.GetInt32(nameof(DeliveryEntry.Attempts)) ?? 0,
        row.GetDateTimeOffset(nameof(DeliveryEntry.ChangedAt)) ?? throw SummaryRows.Damaged(row),
        row.GetDateTimeOffset(nameof(DeliveryEntry.NotBefore)) ?? throw SummaryRows.Damaged(row),
        TextProperty.Read(row, nameof(DeliveryEntry.Problem)) ?? "",
        row.ETag.ToString());
}
