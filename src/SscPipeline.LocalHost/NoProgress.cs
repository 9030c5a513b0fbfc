namespace SscPipeline.LocalHost;

internal sealed class NoProgress : IHostProgress
{
    public void Report(HostEvent hostEvent)
    {
    }
}
