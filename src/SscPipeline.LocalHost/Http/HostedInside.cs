using Microsoft.Extensions.Hosting;

namespace SscPipeline.LocalHost.Http;

/// <summary>The server ends when its owner says so, and leaves the signals of the process to it.</summary>
internal sealed class HostedInside : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
