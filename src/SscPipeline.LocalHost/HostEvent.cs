namespace SscPipeline.LocalHost;

/// <param name="Blob">The upload it is about; null for timers and queue messages.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Elapsed">How long the function ran; zero before it ended.</param>
/// <param name="Fault">The type of the exception of an attempt that failed, without its text.</param>
public sealed record HostEvent(HostEventKind Kind, string Function, BlobVersion? Blob, int Attempt, TimeSpan Elapsed, string? Fault);
