using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using SscPipeline.Storage.Keys;

namespace SscPipeline.Storage.Summaries;

/// <summary>The reports and claims of the table <c>Summaries</c>, to and from what they mean.</summary>
internal static class SummaryRows
{
    public static TableEntity Of(SummaryIndexEntry entry)
    {
        var row = new TableEntity(entry.Audience, TableKeys.Inverted(entry.GeneratedAt))
        {
            [nameof(SummaryIndexEntry.GeneratedAt)] = entry.GeneratedAt.ToUniversalTime(),
            [nameof(SummaryIndexEntry.CutOff)] = entry.CutOff.ToUniversalTime(),
            [nameof(SummaryIndexEntry.Counts)] = JsonSerializer.Serialize(entry.Counts),
            [nameof(SummaryIndexEntry.BlobPath)] = entry.BlobPath,
            [nameof(SummaryIndexEntry.Fingerprint)] = entry.Fingerprint,
        };
        AddTime(row, nameof(SummaryIndexEntry.Period), entry.Period);
        AddTime(row, nameof(SummaryIndexEntry.NothingNewSince), entry.NothingNewSince);
        return row;
    }

    public static SummaryIndexEntry Entry(TableEntity row) => new(
        row.PartitionKey,
        row.GetDateTimeOffset(nameof(SummaryIndexEntry.GeneratedAt)) ?? throw Damaged(row),
        row.GetDateTimeOffset(nameof(SummaryIndexEntry.CutOff)) ?? throw Damaged(row),
        JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString(nameof(SummaryIndexEntry.Counts)) ?? "{}")!
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
        row.GetString(nameof(SummaryIndexEntry.BlobPath)) ?? throw Damaged(row))
    {
        Period = row.GetDateTimeOffset(nameof(SummaryIndexEntry.Period)),
        Fingerprint = row.GetString(nameof(SummaryIndexEntry.Fingerprint)) ?? "",
        NothingNewSince = row.GetDateTimeOffset(nameof(SummaryIndexEntry.NothingNewSince)),
    };

    public static TableEntity Of(PublicationClaim claim)
    {
        var row = new TableEntity(claim.Audience, TableKeys.Publication(claim.Name))
        {
            [nameof(PublicationClaim.Holder)] = claim.Holder,
            [nameof(PublicationClaim.ClaimedAt)] = claim.ClaimedAt.ToUniversalTime(),
            [nameof(PublicationClaim.Attempt)] = claim.Attempt,
        };
        AddTime(row, nameof(PublicationClaim.PublishedAt), claim.PublishedAt);
        return row;
    }

    public static PublicationClaim Claim(TableEntity row, string name) => new(
        row.PartitionKey,
        name,
        row.GetString(nameof(PublicationClaim.Holder)) ?? throw Damaged(row),
        row.GetDateTimeOffset(nameof(PublicationClaim.ClaimedAt)) ?? throw Damaged(row),
        row.GetInt32(nameof(PublicationClaim.Attempt)) ?? 1,
        row.GetDateTimeOffset(nameof(PublicationClaim.PublishedAt)),
        row.ETag.ToString());

    /// <summary>Someone wrote to the table by hand.</summary>
    public static InvalidDataException Damaged(TableEntity row) =>
        new($"Row '{row.RowKey}' of table Summaries, partition '{row.PartitionKey}', lacks a property that every such row has.");

    private static void AddTime(TableEntity row, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            row[name] = known.ToUniversalTime();
        }
    }
}
