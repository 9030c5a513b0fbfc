using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Inbox;

internal sealed class BlobInbox(IBlobContainer container) : IInbox
{
    public Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken) => container.OpenAsync(blobName, cancellationToken);

    public async Task<string?> CurrentETagAsync(string blobName, CancellationToken cancellationToken) =>
        (await container.FindAsync(blobName, cancellationToken))?.ETag;

    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken) => container.ListAsync("", cancellationToken);

    public Task<WrittenBlob> DropAsync(string blobName, Stream content, CancellationToken cancellationToken) =>
        container.PutAsync(blobName, content, cancellationToken);
}
