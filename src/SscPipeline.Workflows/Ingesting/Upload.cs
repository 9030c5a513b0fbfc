using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>The bytes of one upload, with where and when they were put.</summary>
/// <param name="Content">Null when the file is larger than the limit: then only its hash and length are known.</param>
internal sealed record Upload(
    SiteCode Site, string Document, DateTimeOffset LastModified, string ETag, string Sha256, long Length, byte[]? Content)
{
    /// <summary>Splits <c>{site}/{document}</c>; a blob outside a valid site belongs to <see cref="SiteCode.Unassigned"/> with its whole path.</summary>
    public static (SiteCode Site, string Document) Place(string blobName)
    {
        var slash = blobName.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < blobName.Length - 1 && SiteCode.TryParse(blobName[..slash]) is { } site
            ? (site, blobName[(slash + 1)..])
            : (SiteCode.Unassigned, blobName);
    }

    /// <summary>The way back from <see cref="Place"/>.</summary>
    public static string BlobName(SiteCode site, string document) => site == SiteCode.Unassigned ? document : $"{site.Value}/{document}";
}
