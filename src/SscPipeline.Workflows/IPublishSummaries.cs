namespace SscPipeline.Workflows;

/// <summary>Makes the investigators' reports, one for each audience.</summary>
public interface IPublishSummaries
{
    /// <summary>For the timer: publishes the scheduled period that has begun, once, whoever asks and how often.</summary>
    /// <param name="isPastDue">The scheduled time was missed while nothing ran. The period is the same, so only the result says so.</param>
    Task<PublishResult> RunAsync(bool isPastDue, CancellationToken cancellationToken);

    /// <summary>By hand: publishes what is current now, whatever was published before.</summary>
    /// <param name="deliver">Whether it goes to the recipients, too.</param>
    Task<PublishResult> PublishNowAsync(bool deliver, CancellationToken cancellationToken);
}
