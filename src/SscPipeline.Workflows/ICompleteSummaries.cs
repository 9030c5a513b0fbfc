namespace SscPipeline.Workflows;

/// <summary>Finishes what a publisher left undone that died or met a fault, and tries deliveries again that failed.</summary>
public interface ICompleteSummaries
{
    Task<CompleteResult> RunAsync(CancellationToken cancellationToken);
}
