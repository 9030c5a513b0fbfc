using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost;
using SscPipeline.LocalHost.Http;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Exporting;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Replaying;
using SscPipeline.Workflows.Sites;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Cli.Hosting;

/// <summary>The pipeline and the host of its functions in this process, on whatever storage the settings name.</summary>
internal sealed class StudyHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private StudyHost(ServiceProvider services) => this.services = services;

    public LocalFunctionHost Functions => services.GetRequiredService<LocalFunctionHost>();

    public SubmissionDesk Submissions => services.GetRequiredService<SubmissionDesk>();

    public SiteMappings Mappings => services.GetRequiredService<SiteMappings>();

    public StudyFiles Files => services.GetRequiredService<StudyFiles>();

    public IPublishSummaries Summaries => services.GetRequiredService<IPublishSummaries>();

    public ReportDesk Reports => services.GetRequiredService<ReportDesk>();

    public ExportDesk Exports => services.GetRequiredService<ExportDesk>();

    public ReplayDesk Replays => services.GetRequiredService<ReplayDesk>();

    /// <summary>Its HTTP functions, on an address of this machine.</summary>
    public async Task<LocalHttpServer> ServeAsync(CancellationToken cancellationToken) => await LocalHttpServer.StartAsync(services, cancellationToken);

    public PoisonDesk Poison => services.GetRequiredService<PoisonDesk>();

    public static StudyHost Create(IConfiguration configuration, IHostProgress progress, Action<ILoggingBuilder> logging)
    {
        var services = new ServiceCollection()
            .AddSingleton(configuration)
            .AddLogging(logging)
            .AddLogging(lines => lines.AddSscLogExport(configuration))
            .AddSingleton(progress)
            .AddSscPipeline(configuration)
            .AddSingleton<IHandledBlobs, LedgerHandledBlobs>()
            .AddLocalFunctionHost();
        return new StudyHost(services.BuildServiceProvider());
    }

    /// <summary>For commands whose words are all that a person should see.</summary>
    public static StudyHost CreateQuiet(IConfiguration configuration, IHostProgress progress) =>
        Create(configuration, progress, logging => logging.SetMinimumLevel(LogLevel.None));

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
