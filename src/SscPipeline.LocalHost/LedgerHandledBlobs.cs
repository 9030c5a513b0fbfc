using SscPipeline.Workflows;

namespace SscPipeline.LocalHost;

/// <summary>The ledger knows which uploads are settled.</summary>
public sealed class LedgerHandledBlobs(IInboxHistory history) : IHandledBlobs
{
    public Task<bool> IsHandledAsync(BlobVersion blob, CancellationToken cancellationToken) =>
        history.IsHandledAsync(blob.Name, blob.LastModified, blob.ETag, cancellationToken);
}
