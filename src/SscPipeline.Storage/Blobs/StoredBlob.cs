namespace SscPipeline.Storage.Blobs;

/// <param name="Name">Within its container.</param>
/// <param name="LastModified">To the second: blob storage keeps no more.</param>
/// <param name="ETag">Opaque.</param>
/// <param name="Length">In bytes.</param>
public sealed record StoredBlob(string Name, DateTimeOffset LastModified, string ETag, long Length)
{
    /// <summary>The same for the same bytes. Null where storage has none: it makes one of what comes in one piece.</summary>
    public string? ContentHash { get; init; }
}
