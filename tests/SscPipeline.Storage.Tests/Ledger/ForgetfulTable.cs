using Azure.Data.Tables;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Tests.Ledger;

/// <summary>Carries out what it is asked and, as often as it is told to, answers as if another had been faster.</summary>
internal sealed class ForgetfulTable : IEntityTable
{
    private readonly MemoryEntityTable rows = new();

    /// <summary>How many of the next transactions lose their answer.</summary>
    public int Forgets { get; set; }

    public int Transactions { get; private set; }

    public int Reads { get; private set; }

    public Task<TableEntity?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        Reads++;
        return rows.FindAsync(partitionKey, rowKey, cancellationToken);
    }

    public IAsyncEnumerable<TableEntity> RangeAsync(string partitionKey, KeyRange range, int? first, CancellationToken cancellationToken) =>
        rows.RangeAsync(partitionKey, range, first, cancellationToken);

    public async Task<IReadOnlyList<string>?> TryCommitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        Transactions++;
        var answer = await rows.TryCommitAsync(actions, cancellationToken);
        return Forgets-- > 0 ? null : answer;
    }
}
