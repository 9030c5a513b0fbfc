using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;

namespace SscPipeline.Functions;

/// <summary>The second way in: Event Grid leaves an event of the inbox in a queue, where a webhook that does not answer in time would lose it.</summary>
/// <remarks>Both ways may bring the same upload: whichever comes second finds it settled.</remarks>
public sealed class IngestInboxEventFunction(IIngestInboxEvent ingest, ILogger<IngestInboxEventFunction> logger)
{
    [Function("IngestInboxEvent")]
    public async Task RunAsync([QueueTrigger("ssc-inbox-events", Connection = "SscInbox")] string message, CancellationToken cancellationToken)
    {
        if (await ingest.RunAsync(message, cancellationToken) is { } result)
        {
            logger.SubmissionIngested(result);
        }
        else
        {
            logger.EventPassedOver();
        }
    }
}
