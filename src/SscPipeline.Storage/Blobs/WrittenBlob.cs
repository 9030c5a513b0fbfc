namespace SscPipeline.Storage.Blobs;

/// <summary>What the service says of a blob that was just written.</summary>
/// <param name="LastModified">To the second.</param>
/// <param name="ETag">With its quotes, as <see cref="StoredBlob"/> has it.</param>
public sealed record WrittenBlob(DateTimeOffset LastModified, string ETag);
