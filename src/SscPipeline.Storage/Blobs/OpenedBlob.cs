namespace SscPipeline.Storage.Blobs;

/// <summary>A blob while it is read: the content is that of this ETag, from the first byte to the last, or reading fails.</summary>
/// <param name="Content">Forward only.</param>
public sealed record OpenedBlob(StoredBlob Facts, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
