using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;

namespace SscPipeline.Storage.Probing;

/// <summary>Finds out whether an account holds what the pipeline needs, and whether it may read, write and delete there.</summary>
/// <remarks>
/// Nothing stays behind, and nothing triggers: the inbox and the evidence are only asked whether they would take a blob (under a condition that
/// cannot hold), rows lie in a partition of their own and the message is never visible.
/// </remarks>
public static class AccountProbe
{
    private const string Name = "_doctor";
    private const string Content = "probe";

    /// <summary>Read by nobody who minds a stranger, so a blob may lie there for a moment.</summary>
    private const string Workshop = StorageNames.Extracts;

    private static readonly TimeSpan MessageLife = TimeSpan.FromSeconds(60);

    private static readonly StorageResilienceOptions Quick = new()
    {
        Retries = 1,
        Delay = TimeSpan.FromMilliseconds(200),
        AttemptTimeout = TimeSpan.FromSeconds(10),
        BreakerMinimumAttempts = 10_000,
    };

    /// <exception cref="ArgumentException">The connection is none; the message says what is wrong with it, and no secret.</exception>
    public static async Task<AccountFacts> RunAsync(StorageConnection connection, ProbePlan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        var transport = new DateTransport(time);
        var clients = new StorageClients(connection, Quick, time, transport);
        var results = new List<ProbeResult>();
        await BlobsAsync(clients.Blobs, plan, new ProbeNotes("blob", results), cancellationToken);
        await QueuesAsync(clients.Queues, plan, new ProbeNotes("queue", results), cancellationToken);
        if (connection.HasTables)
        {
            await TablesAsync(clients.Tables, plan, new ProbeNotes("table", results), cancellationToken);
        }

        return new AccountFacts([.. results], transport.ClockAhead);
    }

    private static async Task BlobsAsync(BlobServiceClient service, ProbePlan plan, ProbeNotes notes, CancellationToken cancellationToken)
    {
        foreach (var name in plan.Containers.TakeWhile(_ => notes.GoesOn))
        {
            var container = service.GetBlobContainerClient(name);
            var blob = container.GetBlobClient($"{Name}/{Content}");
            if (!await notes.TryAsync(name, ProbeStep.Read, () => AnyAsync(container.GetBlobsAsync(cancellationToken: cancellationToken).AsPages(pageSizeHint: 1))))
            {
                continue;
            }

            if (name != Workshop)
            {
                await notes.TryAsync(name, ProbeStep.Write, () => WouldTakeAsync(blob, cancellationToken));
            }
            else if (await notes.TryAsync(name, ProbeStep.Write, () => DoneAsync(blob.UploadAsync(BinaryData.FromString(Content), overwrite: true, cancellationToken))))
            {
                await notes.TryAsync(name, ProbeStep.Read, async () => (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString() == Content);
                await notes.TryAsync(name, ProbeStep.Delete, () => DoneAsync(blob.DeleteAsync(cancellationToken: cancellationToken)));
            }
        }
    }

    private static async Task QueuesAsync(QueueServiceClient service, ProbePlan plan, ProbeNotes notes, CancellationToken cancellationToken)
    {
        foreach (var name in plan.Queues.TakeWhile(_ => notes.GoesOn))
        {
            var queue = service.GetQueueClient(name);
            if (!await notes.TryAsync(name, ProbeStep.Read, () => DoneAsync(queue.PeekMessagesAsync(1, cancellationToken))) || name != StorageNames.InboxEventQueue)
            {
                continue;
            }

            // Should the deletion fail, the message ends before it could be seen for long.
            SendReceiptOf? sent = null;
            if (await notes.TryAsync(name, ProbeStep.Write, async () =>
            {
                var receipt = (await queue.SendMessageAsync(Name, MessageLife - TimeSpan.FromSeconds(1), MessageLife, cancellationToken)).Value;
                sent = new SendReceiptOf(receipt.MessageId, receipt.PopReceipt);
                return true;
            }))
            {
                await notes.TryAsync(name, ProbeStep.Delete, () => DoneAsync(queue.DeleteMessageAsync(sent!.Id, sent.PopReceipt, cancellationToken)));
            }
        }
    }

    private static async Task TablesAsync(TableServiceClient service, ProbePlan plan, ProbeNotes notes, CancellationToken cancellationToken)
    {
        foreach (var name in plan.Tables.TakeWhile(_ => notes.GoesOn))
        {
            var table = service.GetTableClient(name);
            if (await notes.TryAsync(name, ProbeStep.Read, () => AnyAsync(
                    table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Name}"), maxPerPage: 1, cancellationToken: cancellationToken).AsPages()))
                && await notes.TryAsync(name, ProbeStep.Write, () => DoneAsync(table.UpsertEntityAsync(new TableEntity(Name, Content), TableUpdateMode.Replace, cancellationToken))))
            {
                await notes.TryAsync(name, ProbeStep.Delete, () => DoneAsync(table.DeleteEntityAsync(Name, Content, cancellationToken: cancellationToken)));
            }
        }
    }

    /// <summary>Permissions are looked at before conditions, so the refusal of an impossible condition says that writing is allowed.</summary>
    private static async Task<bool> WouldTakeAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(
                Stream.Null, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag("\"0x0\"") } }, cancellationToken);
            return false;
        }
        catch (RequestFailedException refused) when (refused.Status is 412 || refused.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return true;
        }
    }

    private static async Task<bool> AnyAsync<T>(IAsyncEnumerable<Page<T>> pages)
        where T : notnull
    {
        await foreach (var _ in pages)
        {
            break;
        }

        return true;
    }

    private static async Task<bool> DoneAsync(Task work)
    {
        await work;
        return true;
    }

    private sealed record SendReceiptOf(string Id, string PopReceipt);
}
