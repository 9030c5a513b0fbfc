using SscPipeline.Storage;
using SscPipeline.Storage.Reports;
using SscPipeline.Workflows.Delivering;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Puts right what a crash or a fault of storage left: a claimed period without a report, a <c>latest</c> that is behind, and
/// deliveries that are not settled.</summary>
/// <remarks>A period that nobody claimed is left alone: it belongs to the timer.</remarks>
internal sealed class CompleteSummaries(
    Stores stores, PublishSummaries publish, LatestReport latest, SummarySchedule schedule, DeliverReports deliveries, TimeProvider time)
    : ICompleteSummaries
{
    public async Task<CompleteResult> RunAsync(CancellationToken cancellationToken)
    {
        var published = await IsLeftUndoneAsync(cancellationToken)
            ? (await publish.RunAsync(isPastDue: true, cancellationToken)).Published.Length
            : 0;
        var (delivered, undelivered) = (0, 0);
        foreach (var audience in Audiences.All)
        {
            await latest.CatchUpAsync(audience, cancellationToken);
            var counts = await deliveries.RunAsync(audience, cancellationToken);
            (delivered, undelivered) = (delivered + counts.Delivered, undelivered + counts.Undelivered);
        }

        return new CompleteResult(published, delivered, undelivered);
    }

    private async Task<bool> IsLeftUndoneAsync(CancellationToken cancellationToken)
    {
        if (schedule.PeriodAt(time.GetUtcNow()) is not { } period)
        {
            return false;
        }

        var claims = new List<bool?>();
        foreach (var audience in Audiences.All)
        {
            claims.Add(await stores.Summaries.FindClaimAsync(audience, ReportFolder.Of(period), cancellationToken) is { } claim ? claim.PublishedAt is not null : null);
        }

        // Also when one audience was not even claimed: the publisher died between the two.
        return claims.Any(isPublished => isPublished is not null) && claims.Any(isPublished => isPublished is not true);
    }
}
