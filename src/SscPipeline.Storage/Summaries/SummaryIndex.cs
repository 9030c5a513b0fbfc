using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using SscPipeline.Storage.Deliveries;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Summaries;

internal sealed class SummaryIndex(IEntityTable table) : ISummaryIndex
{
    private const int MostDoublings = 8;

    public async Task<SummaryIndexEntry?> LatestAsync(string audience, CancellationToken cancellationToken) =>
        await table.RangeAsync(audience, TableKeys.InvertedTimes, 1, cancellationToken).FirstOrDefaultAsync(cancellationToken) is { } row
            ? SummaryRows.Entry(row)
            : null;

    public async Task<SummaryIndexEntry?> FindAsync(string audience, DateTimeOffset generatedAt, CancellationToken cancellationToken) =>
        await table.FindAsync(audience, TableKeys.Inverted(generatedAt), cancellationToken) is { } row ? SummaryRows.Entry(row) : null;

    public async Task<PublicationClaim?> FindClaimAsync(string audience, string name, CancellationToken cancellationToken) =>
        await table.FindAsync(audience, TableKeys.Publication(name), cancellationToken) is { } row ? SummaryRows.Claim(row, name) : null;

    public async Task<PublicationClaim?> TryClaimAsync(
        string audience, string name, DateTimeOffset now, TimeSpan patience, CancellationToken cancellationToken)
    {
        var seen = await FindClaimAsync(audience, name, cancellationToken);
        if (seen is { PublishedAt: not null } || (seen is not null && now - seen.ClaimedAt < patience * (1 << Math.Min(seen.Attempt - 1, MostDoublings))))
        {
            return null;
        }

        // Chance is wanted here: it tells this call from every other, whatever machine and moment.
        var mine = new PublicationClaim(audience, name, RandomNumberGenerator.GetHexString(16, lowercase: true), now, (seen?.Attempt ?? 0) + 1, null, "");
        var row = SummaryRows.Of(mine);
        TableTransactionAction write = seen is null
            ? new(TableTransactionActionType.Add, row)
            : new(TableTransactionActionType.UpdateReplace, row, new ETag(seen.ETag));
        if (await table.TryCommitAsync([write], cancellationToken) is [var etag])
        {
            return mine with { ETag = etag };
        }

        // Somebody was faster, or this call's own first attempt was carried out and its answer lost.
        var stored = await FindClaimAsync(audience, name, cancellationToken);
        return stored?.Holder == mine.Holder ? stored : null;
    }

    public async Task ReleaseAsync(PublicationClaim claim, CancellationToken cancellationToken)
    {
        var stored = await FindClaimAsync(claim.Audience, claim.Name, cancellationToken);
        if (stored is { PublishedAt: null } && stored.Holder == claim.Holder)
        {
            // Its ETag cannot have changed since: only its holder and a successor write the row.
            await table.TryCommitAsync(
                [new(TableTransactionActionType.Delete, SummaryRows.Of(stored), new ETag(stored.ETag))], cancellationToken);
        }
    }

    public async Task<bool> TryAddAsync(
        SummaryIndexEntry entry, PublicationClaim? claim, ImmutableArray<DeliveryTarget> deliveries, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions = [new(TableTransactionActionType.UpsertReplace, SummaryRows.Of(entry))];
        actions.AddRange(deliveries.Select(target => new TableTransactionAction(
            TableTransactionActionType.Add, DeliveryRows.Of(DeliveryEntry.Planned(entry.Audience, entry.GeneratedAt, target)))));
        if (claim is not null)
        {
            actions.Add(new(
                TableTransactionActionType.UpdateReplace, SummaryRows.Of(claim with { PublishedAt = entry.GeneratedAt }), new ETag(claim.ETag)));
        }

        if (await table.TryCommitAsync(actions, cancellationToken) is not null)
        {
            return true;
        }

        // A repeated transaction meets its own success as a conflict. The rows are written together, so one of them tells for all.
        var stored = claim is null ? null : await FindClaimAsync(claim.Audience, claim.Name, cancellationToken);
        return claim is null
            ? (await FindAsync(entry.Audience, entry.GeneratedAt, cancellationToken))?.Fingerprint == entry.Fingerprint
            : stored?.Holder == claim.Holder && stored.PublishedAt == entry.GeneratedAt;
    }
}
