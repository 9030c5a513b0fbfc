namespace SscPipeline.Storage.Extracts;

/// <param name="ETag">Of the very bytes that were read.</param>
public sealed record FigurePart(string ETag, byte[] Content);
