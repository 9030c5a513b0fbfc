using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Deliveries;

internal sealed class DeliveryLedger(IEntityTable table) : IDeliveryLedger
{
    public Task<ImmutableArray<DeliveryEntry>> OfReportAsync(string audience, DateTimeOffset generatedAt, CancellationToken cancellationToken) =>
        RangeAsync(audience, TableKeys.DeliveriesOf(generatedAt), null, cancellationToken);

    public Task<ImmutableArray<DeliveryEntry>> NewestAsync(string audience, int first, CancellationToken cancellationToken) =>
        RangeAsync(audience, TableKeys.Deliveries, first, cancellationToken);

    /// <remarks>An answer that was lost counts as somebody else's: then nothing is sent, rather than perhaps twice.</remarks>
    public async Task<DeliveryEntry?> TryUpdateAsync(DeliveryEntry delivery, CancellationToken cancellationToken) =>
        await table.TryCommitAsync(
            [new(TableTransactionActionType.UpdateReplace, DeliveryRows.Of(delivery), new ETag(delivery.ETag))], cancellationToken) is [var etag]
            ? delivery with { ETag = etag }
            : null;

    private async Task<ImmutableArray<DeliveryEntry>> RangeAsync(string audience, KeyRange range, int? first, CancellationToken cancellationToken) =>
        [.. await table.RangeAsync(audience, range, first, cancellationToken).Select(DeliveryRows.Read).ToListAsync(cancellationToken)];
}
