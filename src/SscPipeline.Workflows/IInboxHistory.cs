namespace SscPipeline.Workflows;

/// <summary>Knows which uploads are done with.</summary>
public interface IInboxHistory
{
    /// <summary>True when the ledger has a final row for just this version of the blob, and the site its receipt.</summary>
    Task<bool> IsHandledAsync(string blobName, DateTimeOffset lastModified, string etag, CancellationToken cancellationToken);
}
