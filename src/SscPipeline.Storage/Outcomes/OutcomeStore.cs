using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
        var actions = keys.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, OutcomeEntity.Of(site, row.Key, rows[row.Place])));
        var lanes = new OutcomeLanes(table, site, submission, attempt);
        if (isRepeat || attempt > 1)
        {
            if (!await lanes.ClaimAsync(cancellationToken))
            {
                return false;
            }

            var kept = keys.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
            var left = new List<TableTransactionAction>();
            await foreach (var row in table.RangeAsync(site.Value, TableKeys.OutcomesOf(submission), null, cancellationToken))
            {
                if (!kept.Contains(row.RowKey))
                {
                    left.Add(new(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey) { ETag = row.ETag }));
                }
            }

            actions = left.Concat(actions);
        }

        return await lanes.WriteAsync(EntitySize.Batches(actions), batchesInFlight, cancellationToken);
    }

    public async Task<ImmutableArray<OutcomeRow>> ReadAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<OutcomeRow>();
        await foreach (var row in StreamAsync(site, submission, cancellationToken))
        {
            rows.Add(row);
        }

        return rows.DrainToImmutable();
    }

    public async IAsyncEnumerable<OutcomeRow> StreamAsync(
        SiteCode site, SubmissionId submission, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new OutcomeReader();
        await foreach (var entity in table.RangeAsync(site.Value, TableKeys.OutcomesOf(submission), null, cancellationToken))
        {
            yield return reader.Row(entity);
        }
    }

    public IAsyncEnumerable<ImmutableArray<(SubmissionId Submission, OutcomeRow Row)>> SubjectsAsync(
        SiteCode site, IReadOnlyList<SubmissionId> submissions, SavedRows? saved, CancellationToken cancellationToken) =>
        new OutcomeSubjects(table, site, submissions, saved).ReadAsync(cancellationToken);
}
