using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.Storage;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;
using SscPipeline.Workflows;

namespace SscPipeline.Benchmarks;

/// <summary>The pipeline on an Azurite of its own, in memory, with the settings that are the defaults.</summary>
internal sealed class BenchmarkStudy : IAsyncDisposable
{
    private readonly AzuriteProcess azurite;
    private readonly ServiceProvider services;

    private BenchmarkStudy(AzuriteProcess azurite, CountingTransport transport, IHostProgress progress, LocalHostOptions options)
    {
        this.azurite = azurite;
        Transport = transport;
        Clients = new StorageClients(StorageConnection.Of(azurite.ConnectionString), new StorageResilienceOptions(), TimeProvider.System, transport);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["SscStorage"] = azurite.ConnectionString,
                ["AzureWebJobsStorage"] = azurite.ConnectionString,
                ["Ssc:SummarySchedule"] = "0 0 6 * * 1",
                ["Ssc:ReconcileSchedule"] = "0 */15 * * * *",
            })
            .Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton(progress)
            .AddSingleton(options)
            .AddSscPipeline(configuration)
            .AddSingleton(Stores.OnAzure(Clients, new StorageResilienceOptions()))
            .AddSingleton<IHandledBlobs, LedgerHandledBlobs>()
            .AddLocalFunctionHost()
            .BuildServiceProvider();
    }

    /// <summary>Counts what goes out.</summary>
    public CountingTransport Transport { get; }

    public StorageClients Clients { get; }

    public string ConnectionString => azurite.ConnectionString;

    public Stores Stores => Get<Stores>();

    public static Task<BenchmarkStudy> StartAsync() => StartAsync(new NoWords(), new LocalHostOptions());

    public static async Task<BenchmarkStudy> StartAsync(IHostProgress progress, LocalHostOptions options)
    {
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), new Progress<string>(Console.Error.WriteLine), CancellationToken.None);
        var study = new BenchmarkStudy(azurite, new CountingTransport(), progress, options);
        await study.Stores.EnsureCreatedAsync(CancellationToken.None);
        return study;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
    }

    private sealed class NoWords : IHostProgress
    {
        public void Report(HostEvent hostEvent)
        {
        }
    }
}
