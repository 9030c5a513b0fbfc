namespace SscPipeline.Workflows;

/// <summary>Knows which uploads are done with.</summary>
public interface IInboxHistory
{
    /// <summary>True when the ledger has a final row for just this version of the blob.</summary>
    Task<bool> IsHandledAsync(string blobName, DateTimeOffset lastModified, string etag, CancellationToken cancellationToken);
}
