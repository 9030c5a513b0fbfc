using SscPipeline.LocalHost;

namespace SscPipeline.Cli.Hosting;

/// <summary>Counts what the host settles, and tells whoever draws it.</summary>
internal sealed class IngestCounter(Action<int> settledSoFar) : IHostProgress
{
    private int settled;

    public void Report(HostEvent hostEvent)
    {
        if (hostEvent is { Blob: not null, Kind: HostEventKind.Succeeded or HostEventKind.Poisoned })
        {
            settledSoFar(Interlocked.Increment(ref settled));
        }
    }
}
