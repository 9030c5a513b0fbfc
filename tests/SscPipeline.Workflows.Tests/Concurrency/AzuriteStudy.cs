using System.Text;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost;
using SscPipeline.Storage;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;

namespace SscPipeline.Workflows.Tests.Concurrency;

/// <summary>One worker of several on one storage account: the pipeline, and where asked the host of its functions.</summary>
internal sealed class AzuriteStudy : IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <param name="transport">Null for the network as it is.</param>
    public AzuriteStudy(string connectionString, HttpPipelineTransport? transport = null, params (string Name, string Value)[] settings)
    {
        var options = new StorageResilienceOptions { Delay = TimeSpan.FromMilliseconds(5), MaxDelay = TimeSpan.FromMilliseconds(50), BreakFor = TimeSpan.FromSeconds(0.5) };
        var clients = new StorageClients(StorageConnection.Of(connectionString), options, TimeProvider.System, transport);
        Stores = Stores.OnAzure(clients, options);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings
                .Append((Name: "SscStorage", Value: connectionString))
                .Append((Name: "AzureWebJobsStorage", Value: connectionString))
                .Append((Name: "Ssc:SummarySchedule", Value: "0 0 6 * * 1"))
                .Append((Name: "Ssc:ReconcileSchedule", Value: "0 0 6 * * 1"))
                .Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSscPipeline(configuration)
            .AddSingleton(Stores)
            .AddSingleton<IHostProgress>(new Silent())
            .AddSingleton(new LocalHostOptions { RetryDelay = TimeSpan.FromMilliseconds(5), IdleAfter = TimeSpan.FromSeconds(0.5) })
            .AddSingleton<IHandledBlobs, LedgerHandledBlobs>()
            .AddLocalFunctionHost()
            .BuildServiceProvider();
    }

    public Stores Stores { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task DropAsync(string blobName, string csv) =>
        Stores.Inbox.DropAsync(blobName, new MemoryStream(Encoding.UTF8.GetBytes(csv)), CancellationToken.None);

    public Task<IngestResult> IngestAsync(string blobName) => Get<IIngestSubmission>().RunAsync(blobName, CancellationToken.None);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class Silent : IHostProgress
    {
        public void Report(HostEvent hostEvent)
        {
        }
    }
}
