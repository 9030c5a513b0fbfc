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
    IPoisonQueue Poison)
{
    private Func<CancellationToken, Task> Creation { get; init; } = _ => Task.CompletedTask;

    public static Stores OnAzure(StorageConnection connection, StorageResilienceOptions options, TimeProvider time) =>
        OnAzure(new StorageClients(connection, options, time), options);

    public static Stores OnAzure(StorageClients clients, StorageResilienceOptions options)
    {
        var poison = clients.Queues.GetQueueClient(StorageNames.PoisonQueue);
        return Over(
            name => new AzureEntityTable(clients.Tables.GetTableClient(name)),
            name => new AzureBlobContainer(clients.Blobs.GetBlobContainerClient(name)),
            new AzurePoisonQueue(poison),
            options.BatchesInFlight) with
        {
            Creation = cancellationToken => Task.WhenAll(
            [
                .. StorageNames.Tables.Select(name => (Task)clients.Tables.CreateTableIfNotExistsAsync(name, cancellationToken)),
                .. StorageNames.Containers.Select(name => (Task)clients.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
                poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            ]),
        };
    }

    /// <summary>For tests, and for whoever checks a workbook without storage.</summary>
    public static Stores InMemory(TimeProvider time) =>
        Over(_ => new MemoryEntityTable(), _ => new MemoryBlobContainer(time), new MemoryPoisonQueue(time), batchesInFlight: 1);

    /// <summary>Creates the containers, tables and the queue that are not there yet.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellationToken) => Creation(cancellationToken);

    private static Stores Over(
        Func<string, IEntityTable> table, Func<string, IBlobContainer> container, IPoisonQueue poison, int batchesInFlight)
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
            poison);
    }
}
