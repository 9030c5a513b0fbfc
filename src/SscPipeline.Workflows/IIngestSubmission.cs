namespace SscPipeline.Workflows;

/// <summary>Everything that happens to one upload, from its bytes to its receipt. Safe to repeat.</summary>
public interface IIngestSubmission
{
    /// <param name="blobName">The path inside the container <c>submissions</c>: <c>{site}/{document}</c>.</param>
    Task<IngestResult> RunAsync(string blobName, CancellationToken cancellationToken);
}
