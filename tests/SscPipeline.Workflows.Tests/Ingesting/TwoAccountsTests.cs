using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SscPipeline.Domain.Submissions;
using SscPipeline.LocalHost;
using SscPipeline.Storage;
using SscPipeline.Testing;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Tests.Ingesting;

/// <summary>The inbox lies in an account of its own, as in Azure; the functions run on both.</summary>
public sealed class TwoAccountsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private const string Csv = "subject_id,study day,mrss,tpn\nP-01,1,20,N\n";

    private string inbox = "";
    private string data = "";
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        (inbox, data) = (azurite.NewAccount(), azurite.NewAccount());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SscInbox"] = inbox,
            ["SscStorage"] = data,
            ["AzureWebJobsStorage"] = data,
            ["Ssc:SummarySchedule"] = "0 0 6 * * 1",
            ["Ssc:ReconcileSchedule"] = "0 0 6 * * 1",
        }).Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSscPipeline(configuration)
            .AddSingleton(new LocalHostOptions { RetryDelay = TimeSpan.FromMilliseconds(1) })
            .AddSingleton<IHandledBlobs, LedgerHandledBlobs>()
            .AddLocalFunctionHost()
            .BuildServiceProvider();
        await services.GetRequiredService<SubmissionDesk>().PrepareStorageAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Sites_write_to_one_account_and_everything_that_follows_lies_in_the_other()
    {
        await services.GetRequiredService<SubmissionDesk>().DropAsync("site-a/visits.csv", Bytes(Csv), CancellationToken.None);

        await RunAsync();

        Assert.Equal(["submissions/site-a/visits.csv"], await BlobsAsync(inbox));
        var stored = await BlobsAsync(data);
        Assert.Contains(stored, blob => blob.StartsWith("receipts/site-a/", StringComparison.Ordinal));
        Assert.Contains(stored, blob => blob.StartsWith("evidence/", StringComparison.Ordinal));
        Assert.DoesNotContain(stored, blob => blob.StartsWith("submissions/", StringComparison.Ordinal));
        Assert.Equal(StorageNames.Queues.Order(), (await new QueueServiceClient(inbox).GetQueuesAsync().ToListAsync()).Select(queue => queue.Name).Order());
        Assert.Empty(await new QueueServiceClient(data).GetQueuesAsync().ToListAsync());
    }

    [Fact]
    public async Task The_local_host_empties_the_queue_of_events_and_what_is_no_event_ends_in_its_poison_queue_where_an_operator_sees_it()
    {
        var queue = new QueueClient(inbox, StorageNames.InboxEventQueue);
        await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(
            "{\"specversion\":\"1.0\",\"type\":\"Microsoft.Storage.BlobCreated\",\"subject\":\"/blobServices/default/containers/submissions/blobs/site-a/visits.csv\",\"data\":{\"api\":\"PutBlob\"}}")));
        await queue.SendMessageAsync("what is this?");
        await services.GetRequiredService<Stores>().Inbox.DropAsync("site-a/visits.csv", Bytes(Csv), CancellationToken.None);

        await RunAsync();

        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        var waiting = Assert.Single(await services.GetRequiredService<PoisonDesk>().ListAsync(CancellationToken.None));
        Assert.Equal(PoisonKind.Event, waiting.Kind);
        var settled = Assert.Single(await services.GetRequiredService<SubmissionDesk>().ListAsync(SiteCode.Parse("site-a"), CancellationToken.None));
        Assert.Equal((SubmissionStatus.AcceptedWithWarnings, true), (settled.Status, settled.IsCurrent));
    }

    [Fact]
    public async Task Folders_that_a_hierarchical_account_lists_as_empty_blobs_are_no_submissions()
    {
        var container = new BlobContainerClient(inbox, StorageNames.Inbox);
        await container.GetBlobClient("site-a").UploadAsync(
            Stream.Null, new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["hdi_isfolder"] = "true" } });
        await container.GetBlobClient("site-a/visits.csv").UploadAsync(Bytes(Csv));

        await RunAsync();
        var reconciled = await services.GetRequiredService<IReconcileInbox>().RunAsync(CancellationToken.None);
        var told = await services.GetRequiredService<IIngestSubmission>().RunAsync("site-a", CancellationToken.None);

        Assert.Equal(new ReconcileResult(1, 0), reconciled);
        Assert.Equal("", told.SubmissionId);
        Assert.Empty(await services.GetRequiredService<SubmissionDesk>().ListAsync(SiteCode.Unassigned, CancellationToken.None));
        Assert.Single(await services.GetRequiredService<SubmissionDesk>().ListAsync(SiteCode.Parse("site-a"), CancellationToken.None));
    }

    private Task RunAsync() => services.GetRequiredService<LocalFunctionHost>().RunUntilIdleAsync(CancellationToken.None);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<List<string>> BlobsAsync(string account)
    {
        var found = new List<string>();
        var client = new BlobServiceClient(account);
        await foreach (var container in client.GetBlobContainersAsync())
        {
            await foreach (var blob in client.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                found.Add($"{container.Name}/{blob.Name}");
            }
        }

        return found;
    }
}
