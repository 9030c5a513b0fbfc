namespace SscPipeline.LocalHost;

internal sealed class NothingHandled : IHandledBlobs
{
    public Task<bool> IsHandledAsync(BlobVersion blob, CancellationToken cancellationToken) => Task.FromResult(false);
}
