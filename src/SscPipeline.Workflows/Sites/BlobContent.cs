using SscPipeline.Storage.Blobs;

namespace SscPipeline.Workflows.Sites;

internal static class BlobContent
{
    /// <summary>All bytes; the blob is closed afterwards.</summary>
    public static async Task<byte[]> ReadToEndAsync(this OpenedBlob blob, CancellationToken cancellationToken)
    {
        await using (blob)
        {
            using var copy = new MemoryStream((int)blob.Facts.Length);
            await blob.Content.CopyToAsync(copy, cancellationToken);
            return copy.ToArray();
        }
    }
}
