using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Telemetry;

/// <summary>Looks up and records how the study stands: what waits for an operator, and how old the reports are. Looks up nothing when nobody listens.</summary>
internal sealed class Vitals(Stores stores, OpenFailures failures, PoisonMessages messages, Instruments instruments, TimeProvider time)
{
    public async Task RecordAsync(CancellationToken cancellationToken)
    {
        if (!instruments.WantsVitals)
        {
            return;
        }

        var waiting = (await messages.ListAsync(cancellationToken)).Count;
        foreach (var site in (await stores.Ledger.SitesAsync(cancellationToken)).Append(SiteCode.Unassigned))
        {
            waiting += (await failures.ListAsync(site, cancellationToken)).Count;
        }

        instruments.Waiting(waiting);
        foreach (var audience in Audiences.All)
        {
            if (await stores.Summaries.LatestAsync(audience, cancellationToken) is { } report)
            {
                instruments.ReportIs(audience, time.GetUtcNow() - report.GeneratedAt);
            }
        }
    }
}
