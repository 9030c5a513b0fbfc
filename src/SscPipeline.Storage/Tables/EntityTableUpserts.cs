using Azure.Data.Tables;

namespace SscPipeline.Storage.Tables;

internal static class EntityTableUpserts
{
    /// <exception cref="IOException">Two writers of the same new row met, which the service may answer with a conflict even though nothing
    /// was expected: nothing was written, and repeating is safe.</exception>
    public static async Task UpsertAsync(
        this IEntityTable table, IReadOnlyList<TableTransactionAction> upserts, CancellationToken cancellationToken)
    {
        if (await table.TryCommitAsync(upserts, cancellationToken) is null)
        {
            throw new IOException("Table storage refused rows because another writer wrote the same ones at that moment; please repeat.");
        }
    }
}
