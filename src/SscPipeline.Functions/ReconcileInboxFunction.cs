using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;

namespace SscPipeline.Functions;

/// <summary>Looks for submissions whose event was lost, on the schedule of the setting <c>Ssc:ReconcileSchedule</c>.</summary>
public sealed class ReconcileInboxFunction(IReconcileInbox reconcile, ILogger<ReconcileInboxFunction> logger)
{
    [Function("ReconcileInbox")]
    public async Task RunAsync([TimerTrigger("%Ssc:ReconcileSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var result = await reconcile.RunAsync(cancellationToken);
        logger.InboxReconciled(result);
    }
}
