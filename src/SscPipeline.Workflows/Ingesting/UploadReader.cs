using System.Security.Cryptography;
using SscPipeline.Spreadsheets;
using SscPipeline.Storage;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>Reads a blob of the inbox once: its bytes, their hash, and when they were written, all of one version.</summary>
internal sealed class UploadReader(Stores stores, SpreadsheetLimits limits)
{
    /// <returns>Null when the blob is gone.</returns>
    public async Task<Upload?> ReadAsync(string blobName, CancellationToken cancellationToken)
    {
        if (await stores.Inbox.OpenAsync(blobName, cancellationToken) is not { } blob)
        {
            return null;
        }

        await using var opened = blob;
        var (site, document) = Upload.Place(blobName);
        var fits = blob.Facts.Length <= limits.FileBytes;
        using var kept = fits ? new MemoryStream((int)blob.Facts.Length) : null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[81_920];
        for (int read; (read = await blob.Content.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            hash.AppendData(chunk, 0, read);
            kept?.Write(chunk, 0, read);
        }

        return new Upload(site, document, blob.Facts.LastModified, blob.Facts.ETag, Convert.ToHexStringLower(hash.GetHashAndReset()), blob.Facts.Length, kept?.ToArray());
    }
}
