using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;

namespace SscPipeline.Functions;

/// <summary>The investigators' report, on the schedule of the setting <c>Ssc:SummarySchedule</c>.</summary>
public sealed class PublishSummariesFunction(IPublishSummaries publish, ILogger<PublishSummariesFunction> logger)
{
    [Function("PublishSummaries")]
    public async Task RunAsync([TimerTrigger("%Ssc:SummarySchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var result = await publish.RunAsync(timer.IsPastDue, cancellationToken);
        logger.SummariesPublished(result);
    }
}
