using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;

namespace SscPipeline.Functions;

/// <summary>Finishes reports and deliveries that a fault left undone, on the schedule of the setting <c>Ssc:ReconcileSchedule</c>.</summary>
public sealed class CompleteSummariesFunction(ICompleteSummaries complete, ILogger<CompleteSummariesFunction> logger)
{
    [Function("CompleteSummaries")]
    public async Task RunAsync([TimerTrigger("%Ssc:ReconcileSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var result = await complete.RunAsync(cancellationToken);
        logger.SummariesCompleted(result);
    }
}
