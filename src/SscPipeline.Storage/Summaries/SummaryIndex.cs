using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Summaries;

internal sealed class SummaryIndex(IEntityTable table) : ISummaryIndex
{
    public Task AddAsync(SummaryIndexEntry entry, CancellationToken cancellationToken)
    {
        var row = new TableEntity(entry.Audience, TableKeys.Inverted(entry.GeneratedAt))
        {
            [nameof(SummaryIndexEntry.GeneratedAt)] = entry.GeneratedAt.ToUniversalTime(),
            [nameof(SummaryIndexEntry.CutOff)] = entry.CutOff.ToUniversalTime(),
            [nameof(SummaryIndexEntry.Counts)] = JsonSerializer.Serialize(entry.Counts),
            [nameof(SummaryIndexEntry.BlobPath)] = entry.BlobPath,
        };
        return table.UpsertAsync([new(TableTransactionActionType.UpsertReplace, row)], cancellationToken);
    }

    public async Task<SummaryIndexEntry?> LatestAsync(string audience, CancellationToken cancellationToken)
    {
        var row = await table.RangeAsync(audience, TableKeys.InvertedTimes, 1, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new SummaryIndexEntry(
            audience,
            row.GetDateTimeOffset(nameof(SummaryIndexEntry.GeneratedAt)) ?? throw Damaged(audience),
            row.GetDateTimeOffset(nameof(SummaryIndexEntry.CutOff)) ?? throw Damaged(audience),
            JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString(nameof(SummaryIndexEntry.Counts)) ?? "{}")!
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            row.GetString(nameof(SummaryIndexEntry.BlobPath)) ?? throw Damaged(audience));
    }

    private static InvalidDataException Damaged(string audience) =>
        new($"The newest row of table Summaries, partition '{audience}', lacks a property that every such row has.");
}
