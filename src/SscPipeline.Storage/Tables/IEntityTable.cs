using Azure.Data.Tables;
using SscPipeline.Storage.Keys;

namespace SscPipeline.Storage.Tables;

/// <summary>What the stores need of a table. There is no way to ask for rows without their partition.</summary>
internal interface IEntityTable
{
    Task<TableEntity?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellationToken);

    /// <summary>In the order of their row keys.</summary>
    /// <param name="first">At most so many rows; null for all.</param>
    IAsyncEnumerable<TableEntity> RangeAsync(string partitionKey, KeyRange range, int? first, CancellationToken cancellationToken);

    /// <summary>All actions or none.</summary>
    /// <returns>The new ETags in order; null when an entity was there already or has changed: then nothing was written, or an
    /// earlier attempt of this very call was carried out and only its answer was lost.</returns>
    Task<IReadOnlyList<string>?> TryCommitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken);
}
