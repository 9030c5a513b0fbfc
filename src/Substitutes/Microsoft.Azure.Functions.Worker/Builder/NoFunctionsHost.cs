using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Tells whoever started the functions on their own what to start instead; the process ends with exit code 2.</summary>
internal sealed class NoFunctionsHost(IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int CouldNotRun = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Console.Error.WriteLineAsync(
            """
            Nothing was run: this program holds the functions, and a host has to call them.

            On this machine:   dotnet run --project src/SscPipeline.Cli -- up
            For Azure, or with Azure Functions Core Tools (func start), build with the published Functions worker packages:
                               dotnet build -p:SubstituteFunctionsWorker=false
            This build was made without them, because the package feed did not have them.
            """);
        Environment.ExitCode = CouldNotRun;
        lifetime.StopApplication();
    }
}
