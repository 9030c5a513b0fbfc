using Azure;
using Azure.Data.Tables;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Outcomes;

/// <summary>Lets one attempt write at a submission's outcomes, and none that was begun before it.</summary>
/// <remarks>Each transaction also writes the row of its lane and names the version of it that it knows. A later attempt takes all lanes
/// first: from then on nothing that an earlier one still has on its way is carried out, however late it comes. The attempt's
/// number is given out by the ledger, once each. Lane rows stay, since a worker may wake up at any time.</remarks>
internal sealed class OutcomeLanes(IEntityTable table, SiteCode site, SubmissionId submission, int attempt)
{
    /// <summary>More transactions of one submission are never under way.</summary>
    public const int Count = 8;

    private const string Attempt = nameof(Attempt);
    private const string Batch = nameof(Batch);

    private readonly string?[] etags = new string?[Count];

    /// <summary>Shuts out earlier attempts. A first attempt has none before it and can do without.</summary>
    /// <returns>False when a later attempt has begun to write.</returns>
    public async Task<bool> ClaimAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(Enumerable.Range(0, Count).Select(lane => ClaimAsync(lane, cancellationToken)))).All(isOurs => isOurs);

    /// <returns>False when a later attempt has shut this one out; then some batches may not be written.</returns>
    public async Task<bool> WriteAsync(IEnumerable<IReadOnlyList<TableTransactionAction>> batches, int atOnce, CancellationToken cancellationToken)
    {
        using var left = batches.Index().GetEnumerator();
        var gate = new Lock();
        var isOurs = true;
        var flight = new ParallelOptions { MaxDegreeOfParallelism = Count, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, Math.Min(atOnce, Count)), flight, async (lane, token) =>
        {
            while (Volatile.Read(ref isOurs) && Next() is var (number, batch))
            {
                if (!await WriteAsync(lane, number, batch, token))
                {
                    Volatile.Write(ref isOurs, false);
                }
            }
        });
        return isOurs;

        (int Number, IReadOnlyList<TableTransactionAction> Batch)? Next()
        {
            lock (gate)
            {
                return left.MoveNext() ? (left.Current.Index + 1, left.Current.Item) : null;
            }
        }
    }

    private async Task<bool> ClaimAsync(int lane, CancellationToken cancellationToken)
    {
        while (true)
        {
            var held = await FindAsync(lane, cancellationToken);
            if (held?.GetInt32(Attempt) > attempt)
            {
                return false;
            }

            if (await table.TryCommitAsync([Mark(lane, batch: 0, held?.ETag.ToString())], cancellationToken) is [var etag])
            {
                etags[lane] = etag;
                return true;
            }
        }
    }

    private async Task<bool> WriteAsync(
        int lane, int number, IReadOnlyList<TableTransactionAction> batch, CancellationToken cancellationToken)
    {
        if (await table.TryCommitAsync([Mark(lane, number, etags[lane]), .. batch], cancellationToken) is [var etag, ..])
        {
            etags[lane] = etag;
            return true;
        }

        var held = await FindAsync(lane, cancellationToken);
        if (held?.GetInt32(Attempt) == attempt && held.GetInt32(Batch) == number)
        {
            // Carried out, and only the answer was lost.
            etags[lane] = held.ETag.ToString();
            return true;
        }

        return held?.ETag.ToString() != etags[lane]
            ? false
            : throw new IOException("Table storage refused rows that nobody else can have written; please repeat.");
    }

    private Task<TableEntity?> FindAsync(int lane, CancellationToken cancellationToken) =>
        table.FindAsync(site.Value, TableKeys.Lane(submission, lane), cancellationToken);

    private TableTransactionAction Mark(int lane, int batch, string? etag)
    {
        var row = new TableEntity(site.Value, TableKeys.Lane(submission, lane)) { [Attempt] = attempt, [Batch] = batch };
        return etag is null
            ? new(TableTransactionActionType.Add, row)
            : new(TableTransactionActionType.UpdateReplace, row, new ETag(etag));
    }
}
