using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SscPipeline.Domain.Submissions;
using SscPipeline.LocalHost;
using SscPipeline.LocalHost.Http;
using SscPipeline.LocalHost.Settings;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Settings;
using Xunit;

namespace SscPipeline.Testing;

/// <summary>The whole pipeline on an Azurite account of its own, with its functions running and its HTTP functions served, for a class or a collection of tests.</summary>
/// <remarks>Sites <c>site-01</c> to <c>site-20</c> are open, so that each test can have its own; <c>closed</c> has sent something and has no key.</remarks>
public sealed class ServedStudy : IAsyncLifetime, ILoggerProvider
{
    public const int MostBytes = 300_000;
    public const string FunctionKey = "a function key of forty characters ......";

    private readonly CancellationTokenSource stop = new();
    private ServiceProvider? services;
    private LocalHttpServer? server;
    private Task running = Task.CompletedTask;

    public LocalHttpServer Server => server!;

    /// <summary>Everything that was logged, at every level.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public static string KeyOf(string site) => $"the key of {site}, in place of random letters";

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        var azurite = new AzuriteFixture();
        await azurite.InitializeAsync();
        var connection = azurite.NewAccount();
        var settings = new Dictionary<string, string?>(LocalSettings.Defaults)
        {
            ["SscStorage"] = connection,
            ["AzureWebJobsStorage"] = connection,
            ["Ssc:Limits:FileBytes"] = MostBytes.ToString(CultureInfo.InvariantCulture),
            ["Ssc:Http:FunctionKey"] = FunctionKey,
            ["Ssc:Sites:site-20:Language"] = "zh",
        };
        foreach (var site in Enumerable.Range(1, 20).Select(n => string.Create(CultureInfo.InvariantCulture, $"site-{n:00}")))
        {
            settings[$"Ssc:Sites:{site}:KeyHash"] = SiteKey.Of(KeyOf(site)).Hash;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this))
            .AddSscPipeline(configuration)
            .AddSingleton<IHandledBlobs, LedgerHandledBlobs>()
            .AddLocalFunctionHost()
            .BuildServiceProvider();
        await Get<SubmissionDesk>().PrepareStorageAsync(CancellationToken.None);
        running = Get<LocalFunctionHost>().RunAsync(stop.Token);
        server = await LocalHttpServer.StartAsync(services, CancellationToken.None);
    }

    /// <summary>As the site's receipts say, once there is one of the document.</summary>
    public async Task<SubmissionOverview> SettledAsync(string site, string document)
    {
        while (true)
        {
            var lines = await Get<SubmissionDesk>().ListAsync(SiteCode.Parse(site), CancellationToken.None);
            if (lines.FirstOrDefault(line => line.Document == document && line.Status != SubmissionStatus.Processing) is { } line
                && await Get<SubmissionDesk>().ReceiptAsync(SiteCode.Parse(site), SubmissionId.Parse(line.SubmissionId), CancellationToken.None) is not null)
            {
                return line;
            }

            await Task.Delay(50);
        }
    }

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        await stop.CancelAsync();
        await running;
        await services!.DisposeAsync();
        stop.Dispose();
    }

    public ILogger CreateLogger(string categoryName) => new Lines(Log);

    public void Dispose()
    {
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");
    }
}
