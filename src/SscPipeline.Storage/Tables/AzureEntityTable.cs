using Azure;
using Azure.Data.Tables;
using SscPipeline.Storage.Keys;

namespace SscPipeline.Storage.Tables;

internal sealed class AzureEntityTable(TableClient table) : IEntityTable
{
    public async Task<TableEntity?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    public async IAsyncEnumerable<TableEntity> RangeAsync(
        string partitionKey, KeyRange range, int? first,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partitionKey} and RowKey ge {range.From} and RowKey lt {range.Before}");
        var left = first ?? int.MaxValue;
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, first, cancellationToken: cancellationToken))
        {
            if (left-- == 0)
            {
                yield break;
            }

            yield return entity;
        }
    }

    public async Task<IReadOnlyList<string>?> TryCommitAsync(
        IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await table.SubmitTransactionAsync(actions, cancellationToken);
            return [.. answer.Value.Select(part => part.Headers.ETag?.ToString() ?? "")];
        }
        catch (TableTransactionFailedException refused) when (IsConflict(refused))
        {
            return null;
        }
    }

    /// <summary>409 is also what a table says that is missing or being deleted; that is no conflict between writers.</summary>
    private static bool IsConflict(RequestFailedException refused) =>
        refused.Status == 412 || (refused.Status == 409 && refused.ErrorCode == "EntityAlreadyExists");
}
