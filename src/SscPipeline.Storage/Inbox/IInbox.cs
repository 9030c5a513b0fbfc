using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Inbox;

/// <summary>Where the sites drop their documents: <c>{site}/{document}</c>.</summary>
public interface IInbox
{
    /// <summary>Null when the blob is gone.</summary>
    Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken);

    /// <summary>Null when the blob is gone.</summary>
    Task<string?> CurrentETagAsync(string blobName, CancellationToken cancellationToken);

    /// <summary>In the order of their names.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken);

    /// <summary>Drops a document as a site would; one of the same name is replaced.</summary>
    Task<WrittenBlob> DropAsync(string blobName, Stream content, CancellationToken cancellationToken);
}
