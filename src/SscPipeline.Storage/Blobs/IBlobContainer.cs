namespace SscPipeline.Storage.Blobs;

/// <summary>What the stores need of a container.</summary>
internal interface IBlobContainer
{
    /// <returns>False when a blob of this name was there already; it is left as it is.</returns>
    Task<bool> TryAddAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>The content type follows from the name.</summary>
    /// <param name="content">If it cannot seek, it is taken to be still in the making: what is there goes out while the rest is waited for.</param>
    Task<WrittenBlob> PutAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>Within the service: the bytes do not come here.</summary>
    /// <returns>False when there is nothing to copy.</returns>
    Task<bool> CopyAsync(string from, string to, CancellationToken cancellationToken);

    /// <summary>A blob that is not there is no fault.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    Task<OpenedBlob?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <param name="length">Above 0; of a shorter blob all is read.</param>
    Task<BinaryData?> ReadBeginningAsync(string name, int length, CancellationToken cancellationToken);

    Task<StoredBlob?> FindAsync(string name, CancellationToken cancellationToken);

    /// <param name="prefix">Empty for all.</param>
    IAsyncEnumerable<StoredBlob> ListAsync(string prefix, CancellationToken cancellationToken);
}
