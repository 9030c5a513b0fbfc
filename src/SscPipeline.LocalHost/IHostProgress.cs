namespace SscPipeline.LocalHost;

/// <summary>Told what the host does, as it does it and from many threads: for progress bars and tests, not for logs, since it names blobs.</summary>
public interface IHostProgress
{
    void Report(HostEvent hostEvent);
}
