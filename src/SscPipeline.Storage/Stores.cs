using Azure.Storage.Blobs;
using SscPipeline.Storage.Blobs;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Deliveries;
using SscPipeline.Storage.Evidence;
using SscPipeline.Storage.Extracts;
using SscPipeline.Storage.Inbox;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Mappings;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Storage.Poison;
using SscPipeline.Storage.Receipts;
using SscPipeline.Storage.Reports;
using SscPipeline.Storage.Resilience;
using SscPipeline.Storage.Summaries;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage;

/// <summary>All that the study keeps, in one place.</summary>
public sealed record Stores(
    ISubmissionLedger Ledger,
    IOutcomeStore Outcomes,
    ISummaryIndex Summaries,
    IDeliveryLedger Deliveries,
    IInbox Inbox,
    IEvidenceStore Evidence,
    IReceiptStore Receipts,
    IReportStore Reports,
    IExtractStore Extracts,
    IMappingStore Mappings,
    IPoisonQueue Poison,
    IPoisonQueue PoisonEvents)
{
    private Func<CancellationToken, Task> Creation { get; init; } = _ => Task.CompletedTask;

    public static Stores OnAzure(StorageConnection connection, StorageResilienceOptions options, TimeProvider time) =>
        OnAzure(new StorageClients(connection, options, time), options);

    public static Stores OnAzure(StorageClients clients, StorageResilienceOptions options) => OnAzure(clients, clients, options);

    /// <param name="data">The account of everything but the inbox.</param>
    /// <param name="inbox">The account that sites write to, with the queues that tell of it; often the same.</param>
    public static Stores OnAzure(StorageClients data, StorageClients inbox, StorageResilienceOptions options)
    {
        return Over(
            name => new AzureEntityTable(data.Tables.GetTableClient(name)),
            name => new AzureBlobContainer(Container(name)),
            name => new AzurePoisonQueue(inbox.Queues.GetQueueClient(name)),
            options.BatchesInFlight) with
        {
            Creation = cancellationToken => Task.WhenAll(
            [
                .. StorageNames.Tables.Select(name => (Task)data.Tables.CreateTableIfNotExistsAsync(name, cancellationToken)),
                .. StorageNames.Containers.Select(name => (Task)Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
                .. StorageNames.Queues.Select(name => (Task)inbox.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            ]),
        };

        BlobContainerClient Container(string name) => (name == StorageNames.Inbox ? inbox : data).Blobs.GetBlobContainerClient(name);
    }

    /// <summary>For tests, and for whoever checks a workbook without storage.</summary>
    public static Stores InMemory(TimeProvider time) =>
        Over(_ => new MemoryEntityTable(), _ => new MemoryBlobContainer(time), _ => new MemoryPoisonQueue(time), batchesInFlight: 1);

    /// <summary>Creates the containers, tables and queues that are not there yet.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellationToken) => Creation(cancellationToken);

    private static Stores Over(
        Func<string, IEntityTable> table, Func<string, IBlobContainer> container, Func<string, IPoisonQueue> queue, int batchesInFlight)
    {
        var summaries = table(StorageNames.Summaries);
        return new(
            new SubmissionLedger(table(StorageNames.Submissions)),
            new OutcomeStore(table(StorageNames.Outcomes), batchesInFlight),
            new SummaryIndex(summaries),
            new DeliveryLedger(summaries),
            new BlobInbox(container(StorageNames.Inbox)),
            new EvidenceStore(container(StorageNames.Evidence)),
            new ReceiptStore(container(StorageNames.Receipts)),
            new ReportStore(container(StorageNames.Reports)),
            new ExtractStore(container(StorageNames.Extracts)),
            new MappingStore(container(StorageNames.Mappings)),
            queue(StorageNames.PoisonQueue),
            queue(StorageNames.InboxEventPoisonQueue));
    }
}
