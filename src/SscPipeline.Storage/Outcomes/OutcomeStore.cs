using System.Collections.Immutable;
using Azure.Data.Tables;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Outcomes;

internal sealed class OutcomeStore(IEntityTable table, int batchesInFlight) : IOutcomeStore
{
    public async Task<bool> SaveAsync(
        SiteCode site, SubmissionId submission, IReadOnlyList<OutcomeRow> rows, int attempt, bool isRepeat, CancellationToken cancellationToken)
    {
        var keys = rows
            .Select((row, place) => (Key: TableKeys.Outcome(submission, row), Place: place))
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToArray();
        for (var at = 1; at < keys.Length; at++)
        {
            if (keys[at].Key == keys[at - 1].Key)
            {
                throw new ArgumentException(
                    $"Two rows of submission {submission} are for the same subject and visit, or have the same number.", nameof(rows));
            }
        }

        // An entity is many times larger than what it is made from, so that none is made before its batch is due.
        var actions = keys.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, OutcomeEntity.Of(site, submission, rows[row.Place])));
        var lanes = new OutcomeLanes(table, site, submission, attempt);
        if (isRepeat || attempt > 1)
        {
            if (!await lanes.ClaimAsync(cancellationToken))
            {
                return false;
            }

            var kept = keys.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
            var left = await table.RangeAsync(site.Value, TableKeys.OutcomesOf(submission), null, cancellationToken).ToListAsync(cancellationToken);
            actions = left.Where(row => !kept.Contains(row.RowKey))
                .Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row))
                .Concat(actions);
        }

        return await lanes.WriteAsync(EntitySize.Batches(actions), batchesInFlight, cancellationToken);
    }

    public async Task<ImmutableArray<OutcomeRow>> ReadAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<OutcomeRow>();
        var reader = new OutcomeReader();
        await foreach (var entity in table.RangeAsync(site.Value, TableKeys.OutcomesOf(submission), null, cancellationToken))
        {
            rows.Add(reader.Row(entity));
        }

        return rows.DrainToImmutable();
    }
}
