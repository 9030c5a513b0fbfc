namespace SscPipeline.Workflows;

/// <summary>Makes the investigators' report from what is current now.</summary>
public interface IPublishSummaries
{
    /// <param name="isPastDue">The scheduled time was missed while nothing ran.</param>
    Task<PublishResult> RunAsync(bool isPastDue, CancellationToken cancellationToken);
}
