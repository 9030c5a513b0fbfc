using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;

namespace SscPipeline.Functions;

/// <summary>A submission failed at every attempt: the host leaves a message in the account that holds the inbox.</summary>
public sealed class RecordPoisonSubmissionFunction(IRecordPoison record, ILogger<RecordPoisonSubmissionFunction> logger)
{
    [Function("RecordPoisonSubmission")]
    public async Task RunAsync(
        [QueueTrigger("webjobs-blobtrigger-poison", Connection = "SscInbox")] string message,
        CancellationToken cancellationToken)
    {
        await record.RunAsync(message, cancellationToken);
        logger.PoisonRecorded();
    }
}
