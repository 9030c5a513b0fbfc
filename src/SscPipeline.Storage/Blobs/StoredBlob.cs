namespace SscPipeline.Storage.Blobs;

/// <param name="Name">Within its container.</param>
/// <param name="LastModified">To the second: blob storage keeps no more.</param>
/// <param name="ETag">Opaque.</param>
/// <param name="Length">In bytes.</param>
public sealed record StoredBlob(string Name, DateTimeOffset LastModified, string ETag, long Length);
