namespace SscPipeline.LocalHost;

/// <summary>One upload of one blob.</summary>
/// <param name="Name">The path inside the container.</param>
/// <param name="ETag">As storage gives it in lists, without quotes.</param>
/// <param name="LastModified">To the second.</param>
public sealed record BlobVersion(string Container, string Name, string ETag, DateTimeOffset LastModified);
