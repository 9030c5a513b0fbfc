using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SscPipeline.LocalHost;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.LocalHost.Http;
using SscPipeline.LocalHost.Settings;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Telemetry;

const int CouldNotRun = 2;

using var signal = new StopSignal();
var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Configuration.AddLocalSettings("local.settings.json").AddEnvironmentVariables().AddCommandLine(args);
builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

try
{
    await using var azurite = await EmulatorAsync();
    builder.Logging.AddSscLogExport(builder.Configuration);
    builder.Services.AddSscPipeline(builder.Configuration).AddSingleton<IHandledBlobs, LedgerHandledBlobs>().AddLocalFunctionHost();
    using var app = builder.Build();
    await app.Services.GetRequiredService<SubmissionDesk>().PrepareStorageAsync(signal.Token);
    await using var http = await LocalHttpServer.StartAsync(app.Services, signal.Token);
    Console.WriteLine($"Upload page: {http.UploadPage}");
    await app.Services.GetRequiredService<LocalFunctionHost>().RunAsync(signal.Token);
    return 0;
}
catch (OperationCanceledException) when (signal.Token.IsCancellationRequested)
{
    return 0;
}
catch (Exception exception) when (exception is AzuriteUnavailableException or OptionsValidationException or SettingException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return CouldNotRun;
}

// Storage that no setting names is an Azurite of this host's own; what it holds is kept in the folder of the start.
async Task<AzuriteProcess?> EmulatorAsync()
{
    if (builder.Configuration.GetSection("SscStorage").Exists())
    {
        return null;
    }

    var azurite = await AzuriteProcess.StartAsync(
        new AzuriteOptions { DataFolder = "__azurite" }, new Progress<string>(Console.WriteLine), signal.Token);
    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["SscStorage"] = azurite.ConnectionString,
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
    });
    Console.WriteLine($"Storage: {azurite.ConnectionString}");
    return azurite;
}
