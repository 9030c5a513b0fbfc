namespace SscPipeline.LocalHost;

/// <summary>Which uploads that lie there when the host starts need no delivery, because an earlier run settled them.</summary>
/// <remarks>Asked once for each of them; never for what arrives later. "No" is always safe: functions can be repeated.</remarks>
public interface IHandledBlobs
{
    Task<bool> IsHandledAsync(BlobVersion blob, CancellationToken cancellationToken);
}
