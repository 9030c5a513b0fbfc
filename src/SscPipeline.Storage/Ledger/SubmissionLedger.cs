using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Ledger;

internal sealed class SubmissionLedger(IEntityTable table) : ISubmissionLedger
{
    /// <summary>Hex digits: 64 bits, so that two workers who begin at one moment never say the same.</summary>
    private const int ClaimLength = 16;

    private ImmutableHashSet<SiteCode> knownSites = [];

    public async Task<LedgerEntry?> FindAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken) =>
        await table.FindAsync(site.Value, TableKeys.Submission(submission), cancellationToken) is { } row ? LedgerRows.Entry(row) : null;

    public Task<LedgerEntry> BeginAsync(
        SiteCode site, SubmissionId submission, string document, string sha256, string uploadETag, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        BeginEntryAsync(
            new LedgerEntry
            {
                Site = site,
                SubmissionId = submission,
                Document = document,
                Sha256 = sha256,
                UploadETag = uploadETag,
                ReceivedAt = receivedAt,
            },
            cancellationToken);

    public async Task<LedgerEntry> BeginEntryAsync(LedgerEntry begun, CancellationToken cancellationToken)
    {
        await NoteSiteAsync(begun.Site, cancellationToken);
        var seen = await FindAsync(begun.Site, begun.SubmissionId, cancellationToken);
        while (true)
        {
            if (seen is not null && (seen.Document != begun.Document || (seen.IsFinal && seen.UploadETag == begun.UploadETag)))
            {
                return seen;
            }

            if (seen is { IsFinal: true })
            {
                // The same bytes were put there again within their second: nothing to do, now and whenever the inbox is looked through.
                await table.TryCommitAsync([Write(seen with { UploadETag = begun.UploadETag }, seen.ETag)], cancellationToken);
                seen = await FindAsync(begun.Site, begun.SubmissionId, cancellationToken);
                continue;
            }

            var next = begun with { Attempt = (seen?.Attempt ?? 0) + 1, Claim = RandomNumberGenerator.GetHexString(ClaimLength, lowercase: true) };
            if (await table.TryCommitAsync([Write(next, seen?.ETag)], cancellationToken) is [var etag])
            {
                await MarkAsync(next, cancellationToken);
                return next with { ETag = etag };
            }

            // Either another worker began at the same moment, or this call's own first attempt was carried out and its answer lost.
            seen = await FindAsync(begun.Site, begun.SubmissionId, cancellationToken);
            if (seen?.SaysTheSameAs(next) == true)
            {
                await MarkAsync(next, cancellationToken);
                return seen;
            }
        }
    }

    public async Task<ImmutableArray<DocumentPointer>> CurrentAsync(SiteCode site, CancellationToken cancellationToken) =>
    [
        .. await table.RangeAsync(site.Value, TableKeys.Documents, null, cancellationToken)
            .Select(LedgerRows.Pointer).ToListAsync(cancellationToken),
    ];

    public async Task<AcceptedBytes?> FindAcceptedBytesAsync(SiteCode site, string sha256, CancellationToken cancellationToken) =>
        await table.FindAsync(site.Value, TableKeys.Bytes(sha256), cancellationToken) is { } row ? LedgerRows.Bytes(row) : null;

    public async Task<CommitOutcome> CommitAsync(LedgerEntry final, PointerMove? move, bool rememberBytes, CancellationToken cancellationToken)
    {
        Refuse(final, move);
        List<TableTransactionAction> actions = [Write(final, final.ETag)];
        if (move is not null)
        {
            actions.Add(LedgerRows.Move(final.Site, move));
        }

        if (rememberBytes && await FindAcceptedBytesAsync(final.Site, final.Sha256, cancellationToken) is null)
        {
            actions.Add(LedgerRows.Remember(final));
        }

        if (await table.TryCommitAsync(actions, cancellationToken) is not null)
        {
            return CommitOutcome.Committed;
        }

        // A repeated transaction meets its own success as a conflict. The rows are written together, so the ledger row tells for all.
        var stored = await FindAsync(final.Site, final.SubmissionId, cancellationToken);
        return stored?.SaysTheSameAs(final) == true ? CommitOutcome.Committed : CommitOutcome.Conflict;
    }

    public async Task<ImmutableArray<LedgerEntry>> UploadedAtAsync(SiteCode site, DateTimeOffset second, CancellationToken cancellationToken) =>
        [.. await table.RangeAsync(site.Value, TableKeys.SubmissionsOf(second), null, cancellationToken).Select(LedgerRows.Entry).ToListAsync(cancellationToken)];

    public async Task NoteAsync(OperatorAction action, CancellationToken cancellationToken)
    {
        for (var at = action.At; ; at = at.AddTicks(1))
        {
            var row = OperatorActionRows.Of(action with { At = at });
            if (await table.TryCommitAsync([new(TableTransactionActionType.Add, row)], cancellationToken) is not null
                || (await table.FindAsync(row.PartitionKey, row.RowKey, cancellationToken) is { } noted && OperatorActionRows.Action(noted) == action with { At = at }))
            {
                return;
            }
        }
    }

    public async Task<ImmutableArray<OperatorAction>> ActionsAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var actions = await table.RangeAsync(site.Value, TableKeys.OperatorActions, null, cancellationToken)
            .Select(OperatorActionRows.Action).ToListAsync(cancellationToken);
        return [.. actions.OrderByDescending(action => action.At)];
    }

    public async Task<ImmutableArray<LedgerEntry>> ListAsync(SiteCode site, CancellationToken cancellationToken)
    {
        var entries = await table.RangeAsync(site.Value, TableKeys.Submissions, null, cancellationToken)
            .Select(LedgerRows.Entry).ToListAsync(cancellationToken);
        return [.. entries.OrderByDescending(entry => entry.SubmissionId)];
    }

    public async Task<ImmutableArray<SiteCode>> SitesAsync(CancellationToken cancellationToken) =>
    [
        .. await table.RangeAsync(TableKeys.SiteIndex, TableKeys.Sites, null, cancellationToken)
            .Select(row => SiteCode.Parse(row.RowKey)).ToListAsync(cancellationToken),
    ];

    public async Task<ImmutableArray<SiteMark>> MarksAsync(CancellationToken cancellationToken) =>
    [
        .. await table.RangeAsync(TableKeys.SiteIndex, TableKeys.Sites, null, cancellationToken)
            .Select(row => new SiteMark(SiteCode.Parse(row.RowKey), row.GetString(nameof(SiteMark.Mark)))).ToListAsync(cancellationToken),
    ];

    public Task RenewMarkAsync(SiteCode site, CancellationToken cancellationToken) =>
        MarkAsync(site, RandomNumberGenerator.GetHexString(ClaimLength, lowercase: true), cancellationToken);

    private static TableTransactionAction Write(LedgerEntry entry, string? etag) => etag is null
        ? new(TableTransactionActionType.Add, LedgerRows.Of(entry))
        : new(TableTransactionActionType.UpdateReplace, LedgerRows.Of(entry), new ETag(etag));

    private static void Refuse(LedgerEntry final, PointerMove? move)
    {
        if (!final.IsFinal || final.ETag.Length == 0)
        {
            throw new ArgumentException(
                $"Submission {final.SubmissionId} needs a final status and the ETag it was read with to be committed.", nameof(final));
        }

        if (move is not null && (move.SubmissionId != final.SubmissionId || move.Document != final.Document))
        {
            throw new ArgumentException($"The pointer's move is not of submission {final.SubmissionId} and its document.", nameof(move));
        }
    }

    /// <summary>Before the first ledger row, so that no submission is ever without its site; once in a process is enough, since the
    /// index only grows.</summary>
    private async Task NoteSiteAsync(SiteCode site, CancellationToken cancellationToken)
    {
        if (site != SiteCode.Unassigned && !knownSites.Contains(site))
        {
            // One that is there already keeps its mark.
            await table.TryCommitAsync([new(TableTransactionActionType.Add, new TableEntity(TableKeys.SiteIndex, site.Value))], cancellationToken);
            ImmutableInterlocked.Update(ref knownSites, (known, one) => known.Add(one), site);
        }
    }

    private async Task MarkAsync(LedgerEntry begun, CancellationToken cancellationToken)
    {
        if (begun.Site != SiteCode.Unassigned)
        {
            await MarkAsync(begun.Site, begun.Claim, cancellationToken);
        }
    }

    /// <remarks>A conflict says that somebody else gave the site a mark at this very moment: that one is as new as ours.</remarks>
    private async Task MarkAsync(SiteCode site, string mark, CancellationToken cancellationToken) => await table.TryCommitAsync(
        [new(TableTransactionActionType.UpsertReplace, new TableEntity(TableKeys.SiteIndex, site.Value) { [nameof(SiteMark.Mark)] = mark })], cancellationToken);
}
