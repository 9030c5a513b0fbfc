using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SscPipeline.LocalHost.Tests.Host;

/// <summary>A host with functions of a test on a storage account of its own.</summary>
internal sealed class RunningHost : IHostProgress, IHandledBlobs, ILoggerProvider
{
    private readonly ServiceProvider services;

    public RunningHost(string connectionString, TimeProvider time, string schedule, params Type[] functions)
    {
        Blobs = new BlobServiceClient(connectionString);
        Queues = new QueueServiceClient(connectionString);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data"] = connectionString,
            ["AzureWebJobsStorage"] = connectionString,
            ["Ssc:SummarySchedule"] = schedule,
        });
        var collection = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration.Build())
            .AddSingleton(time)
            .AddSingleton<IHostProgress>(this)
            .AddSingleton<IHandledBlobs>(this)
            .AddSingleton(Calls)
            .AddSingleton(new LocalHostOptions { FunctionClasses = functions, RetryDelay = TimeSpan.FromMilliseconds(1) })
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this))
            .AddLocalFunctionHost();
        services = collection.BuildServiceProvider();
        Host = services.GetRequiredService<LocalFunctionHost>();
    }

    public RunningHost(string connectionString, params Type[] functions)
        : this(connectionString, TimeProvider.System, "0 0 6 * * 1", functions)
    {
    }

    public Calls Calls { get; } = new();

    public LocalFunctionHost Host { get; }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public HashSet<string> Handled { get; } = [];

    public ConcurrentQueue<HostEvent> Events { get; } = new();

    public ConcurrentQueue<string> Log { get; } = new();

    public async Task DropAsync(string name, string content)
    {
        await Blobs.GetBlobContainerClient("inbox").CreateIfNotExistsAsync();
        await Blobs.GetBlobContainerClient("inbox").GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);
    }

    public Task UntilIdleAsync() => Host.RunUntilIdleAsync(CancellationToken.None);

    /// <summary>Runs the host while a test does something.</summary>
    public async Task WhileRunningAsync(Func<Task> act)
    {
        using var stop = new CancellationTokenSource();
        var running = Host.RunAsync(stop.Token);
        await act();
        await stop.CancelAsync();
        await running;
    }

    public void Report(HostEvent hostEvent) => Events.Enqueue(hostEvent);

    public Task<bool> IsHandledAsync(BlobVersion blob, CancellationToken cancellationToken) => Task.FromResult(Handled.Contains(blob.Name));

    public ILogger CreateLogger(string categoryName) => new ListLogger(Log);

    public void Dispose()
    {
    }

    private sealed class ListLogger(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception?.Message}");
    }
}
