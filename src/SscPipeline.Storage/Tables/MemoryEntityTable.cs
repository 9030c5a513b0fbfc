using System.Globalization;
using Azure;
using Azure.Data.Tables;
using SscPipeline.Storage.Keys;

namespace SscPipeline.Storage.Tables;

/// <summary>A table as the service keeps it, in this process only.</summary>
internal sealed class MemoryEntityTable : IEntityTable
{
    private readonly Lock alone = new();
    private readonly Dictionary<string, SortedList<string, TableEntity>> partitions = new(StringComparer.Ordinal);
    private long version;

    public Task<TableEntity?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            return Task.FromResult(Partition(partitionKey).TryGetValue(rowKey, out var entity) ? new TableEntity(entity) : null);
        }
    }

    public async IAsyncEnumerable<TableEntity> RangeAsync(
        string partitionKey, KeyRange range, int? first,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var entity in Copy(partitionKey, range).Take(first ?? int.MaxValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entity;
        }
    }

    public Task<IReadOnlyList<string>?> TryCommitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            return Task.FromResult<IReadOnlyList<string>?>(actions.Any(IsRefused) ? null : [.. actions.Select(Write)]);
        }
    }

    private bool IsRefused(TableTransactionAction action)
    {
        var current = Partition(action.Entity.PartitionKey).GetValueOrDefault(action.Entity.RowKey);
        return action.ActionType switch
        {
            TableTransactionActionType.Add => current is not null,
            TableTransactionActionType.Delete => current is null,
            TableTransactionActionType.UpdateReplace => current is null || current.ETag != action.ETag,
            TableTransactionActionType.UpsertReplace => false,
            _ => throw new NotSupportedException($"{action.ActionType} is not something that the stores do."),
        };
    }

    private string Write(TableTransactionAction action)
    {
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Partition(action.Entity.PartitionKey).Remove(action.Entity.RowKey);
            return "";
        }

        var entity = new TableEntity((TableEntity)action.Entity)
        {
            ETag = new ETag(string.Create(CultureInfo.InvariantCulture, $"W/\"{++version}\"")),
        };
        Partition(entity.PartitionKey)[entity.RowKey] = entity;
        return entity.ETag.ToString();
    }

    private TableEntity[] Copy(string partitionKey, KeyRange range)
    {
        lock (alone)
        {
            return
            [
                .. Partition(partitionKey)
                    .SkipWhile(row => string.CompareOrdinal(row.Key, range.From) < 0)
                    .TakeWhile(row => string.CompareOrdinal(row.Key, range.Before) < 0)
                    .Select(row => new TableEntity(row.Value)),
            ];
        }
    }

    private SortedList<string, TableEntity> Partition(string key) =>
        partitions.TryGetValue(key, out var partition) ? partition : partitions[key] = new(StringComparer.Ordinal);
}
