using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SscPipeline.Storage.Blobs;

internal sealed class AzureBlobContainer(BlobContainerClient container) : IBlobContainer
{
    private const string CopyDone = "success";

    /// <summary>A copy within an account is mostly done when storage answers.</summary>
    private static readonly TimeSpan CopyLook = TimeSpan.FromMilliseconds(250);

    /// <summary>What is still being made goes out in blocks, a few at a time, each as soon as it is full.</summary>
    private static readonly StorageTransferOptions WhileItIsMade = new() { InitialTransferSize = 2 << 20, MaximumTransferSize = 2 << 20, MaximumConcurrency = 2 };

    /// <summary>A block without a checksum gets one from storage, of another kind: the emulator takes 0.2 s of processor time to make those of 19 MB.</summary>
    private static readonly UploadTransferValidationOptions Checked = new() { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 };

    public async Task<bool> TryAddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            await UploadAsync(name, content, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status == 412 || refused.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    public Task<WrittenBlob> PutAsync(string name, Stream content, CancellationToken cancellationToken) =>
        UploadAsync(name, content, null, cancellationToken);

    public async Task<bool> CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        try
        {
            var copy = await container.GetBlobClient(to).StartCopyFromUriAsync(container.GetBlobClient(from).Uri, cancellationToken: cancellationToken);
            if (StatusOf(copy) != CopyDone)
            {
                await copy.WaitForCompletionAsync(CopyLook, cancellationToken);
            }

            return StatusOf(copy) is CopyDone ? true : throw new RequestFailedException($"Storage ended the copy of a blob with the status '{StatusOf(copy)}'.");
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound || missing.ErrorCode == BlobErrorCode.CannotVerifyCopySource)
        {
            return false;
        }
    }

    public async Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        await container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    public async Task<OpenedBlob?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadStreamingResult opened = await container.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken);
            var facts = opened.Details;
            if (IsFolder(facts.Metadata))
            {
                await opened.Content.DisposeAsync();
                return null;
            }

            return new OpenedBlob(new StoredBlob(name, facts.LastModified, Text(facts.ETag), facts.ContentLength) { ContentHash = Text(facts.ContentHash) }, opened.Content);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<BinaryData?> ReadBeginningAsync(string name, int length, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult read = await container.GetBlobClient(name)
                .DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(0, length) }, cancellationToken);
            return read.Content;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        catch (RequestFailedException empty) when (empty.ErrorCode == BlobErrorCode.InvalidRange)
        {
            return BinaryData.Empty;
        }
    }

    public async Task<StoredBlob?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties facts = await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return IsFolder(facts.Metadata) ? null : new StoredBlob(name, facts.LastModified, Text(facts.ETag), facts.ContentLength) { ContentHash = Text(facts.ContentHash) };
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public IAsyncEnumerable<StoredBlob> ListAsync(string prefix, CancellationToken cancellationToken) =>
        container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken).Where(item => !IsFolder(item.Metadata)).Select(item => new StoredBlob(
            item.Name,
            item.Properties.LastModified ?? DateTimeOffset.MinValue,
            Text(item.Properties.ETag ?? default),
            item.Properties.ContentLength ?? 0)
        {
            ContentHash = Text(item.Properties.ContentHash),
        });

    private static string? StatusOf(CopyFromUriOperation copy) => copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out var status) ? status : null;

    /// <summary>A list gives ETags without their quotes, a header with them: always with them, so that they can be compared.</summary>
    private static string Text(ETag etag) => etag.ToString("H");

    private static string? Text(byte[]? hash) => hash is { Length: > 0 } ? Convert.ToBase64String(hash) : null;

    /// <summary>An account with a hierarchical namespace lists its folders as empty blobs with this mark.</summary>
    private static bool IsFolder(IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue("hdi_isfolder", out var mark) && mark.Equals("true", StringComparison.OrdinalIgnoreCase);

    private async Task<WrittenBlob> UploadAsync(string name, Stream content, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        BlobContentInfo written = await container.GetBlobClient(name).UploadAsync(
            content,
            new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = ContentTypes.Of(name) },
                Conditions = conditions,
                TransferOptions = content.CanSeek ? default : WhileItIsMade,
                TransferValidation = content.CanSeek ? null : Checked,
            },
            cancellationToken);
        return new WrittenBlob(written.LastModified, Text(written.ETag));
    }
}
