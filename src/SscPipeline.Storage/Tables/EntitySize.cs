using Azure.Data.Tables;

namespace SscPipeline.Storage.Tables;

/// <summary>What an entity weighs, before anything is sent.</summary>
internal static class EntitySize
{
    public const int MaxProperties = 252;
    public const int MaxEntityBytes = 1024 * 1024;

    /// <summary>Below the service's 4 MiB, with room for the frame.</summary>
    public const int MaxBatchBytes = 4_000_000;

    private const int FramePerEntity = 3_000;

    /// <summary>As the service counts: names and texts at two bytes a character.</summary>
    public static int Stored(TableEntity entity)
    {
        var bytes = 4 + ((entity.PartitionKey.Length + entity.RowKey.Length) * 2);
        foreach (var (name, value) in entity)
        {
            bytes += 8 + (name.Length * 2) + (value is string text ? 4 + (text.Length * 2) : 8);
        }

        return bytes;
    }

    /// <summary>Never less than what is sent: a character takes at most six bytes in JSON.</summary>
    public static int SentAtMost(TableEntity entity)
    {
        var bytes = FramePerEntity;
        foreach (var (name, value) in entity)
        {
            bytes += (name.Length * 2) + 64 + (value is string text ? text.Length * 6 : 0);
        }

        return bytes;
    }

    /// <exception cref="ArgumentException">The entity is larger than a table can hold. The message quotes no value.</exception>
    public static TableEntity Checked(TableEntity entity)
    {
        var custom = entity.Count - 2;
        return custom > MaxProperties
            ? throw new ArgumentException($"A row has {custom} properties; a table holds at most {MaxProperties}.", nameof(entity))
            : Stored(entity) > MaxEntityBytes
            ? throw new ArgumentException($"A row has {Stored(entity)} bytes; a table holds at most {MaxEntityBytes}.", nameof(entity))
            : entity;
    }

    /// <summary>Of the service's 100, one is left for the row that says who writes.</summary>
    public const int MaxBatchRows = 99;

    /// <summary>Batches of at most <see cref="MaxBatchRows"/> and of at most <see cref="MaxBatchBytes"/>, in order.</summary>
    public static IEnumerable<IReadOnlyList<TableTransactionAction>> Batches(IEnumerable<TableTransactionAction> actions)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0;
        foreach (var action in actions)
        {
            var next = SentAtMost((TableEntity)action.Entity);
            if (batch.Count == MaxBatchRows || (batch.Count > 0 && bytes + next > MaxBatchBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(action);
            bytes += next;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
