using System.Buffers;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>An entity-group transaction as multipart/mixed, straight into UTF-8.</summary>
/// <remarks>The boundaries are constant, so a retried transaction has the same bytes: no value can hold one, since JSON has no raw
/// line breaks and a boundary starts a line.</remarks>
internal sealed class TransactionBody(string endpoint, string table, IReadOnlyList<TableTransactionAction> actions)
{
    public const string ContentType = "multipart/mixed; boundary=batch_transaction";

    private const int MaxActions = 100;
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Room for an ordinary transaction, so that it is seldom copied to grow.</summary>
    private readonly PooledBuffer body = new(1024 + (actions.Count * 4096));

    public ReadOnlyMemory<byte> Write()
    {
        Refuse();
        Append("--batch_transaction\r\nContent-Type: multipart/mixed; boundary=changeset_transaction\r\n\r\n"u8);
        using (var entities = new EntityWriter(body))
        {
            foreach (var action in actions)
            {
                Write(action, entities);
            }
        }

        Append("--changeset_transaction--\r\n--batch_transaction--\r\n"u8);
        return body.WrittenCount <= MaxBytes
            ? body.WrittenMemory
            : throw new InvalidOperationException($"A transaction takes at most {MaxBytes} bytes; this one has {body.WrittenCount}: split it.");
    }

    /// <summary>Once the service has answered.</summary>
    public void GiveBack() => body.GiveBack();

    private void Refuse()
    {
        if (actions.Count is 0 or > MaxActions)
        {
            throw new InvalidOperationException($"A transaction has 1 to {MaxActions} actions; this one has {actions.Count}.");
        }

        var rowKeys = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        for (var index = 0; index < actions.Count; index++)
        {
            var entity = actions[index].Entity;
            if (entity.PartitionKey is null || entity.RowKey is null)
            {
                throw new InvalidOperationException($"Action {index} has no partition key or no row key.");
            }

            if (!string.Equals(entity.PartitionKey, actions[0].Entity.PartitionKey, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"A transaction has one partition key; action {index} has another one than action 0.");
            }

            if (!rowKeys.Add(entity.RowKey))
            {
                throw new InvalidOperationException($"A transaction touches an entity once; action {index} repeats a row key.");
            }
        }
    }

    private static (string Verb, bool IsConditional) Request(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => ("POST ", false),
        TableTransactionActionType.UpsertReplace => ("PUT ", false),
        TableTransactionActionType.UpsertMerge => ("PATCH ", false),
        TableTransactionActionType.UpdateReplace => ("PUT ", true),
        TableTransactionActionType.UpdateMerge => ("PATCH ", true),
        TableTransactionActionType.Delete => ("DELETE ", true),
        _ => throw new InvalidOperationException($"{type} is not an action."),
    };

    private void Write(TableTransactionAction action, EntityWriter entities)
    {
        var (verb, isConditional) = Request(action.ActionType);
        Append("--changeset_transaction\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8);
        Append(verb);
        Append(endpoint);
        Append("/"u8);
        Append(table);
        if (action.ActionType != TableTransactionActionType.Add)
        {
            Append(ODataLiteral.EntityPath(action.Entity.PartitionKey, action.Entity.RowKey));
        }

        Append(" HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n"u8);
        if (isConditional)
        {
            Append("If-Match: "u8);
            Append((action.ETag == default ? ETag.All : action.ETag).ToString("H"));
            Append("\r\n"u8);
        }

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Append("\r\n"u8);
            return;
        }

        Append("Content-Type: application/json\r\nPrefer: return-no-content\r\n\r\n"u8);
        entities.Write(action.Entity as TableEntity ?? throw new NotSupportedException(
            $"This stand-in for Azure.Data.Tables knows TableEntity only, not {action.Entity.GetType()}."));
        Append("\r\n"u8);
    }

    private void Append(ReadOnlySpan<byte> bytes) => body.Write(bytes);

    private void Append(string text)
    {
        var written = Encoding.UTF8.GetBytes(text, body.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        body.Advance(written);
    }
}
