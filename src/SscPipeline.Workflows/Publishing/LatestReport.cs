using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage;
using SscPipeline.Storage.Reports;
using SscPipeline.Storage.Summaries;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Keeps <c>latest</c> a copy of the newest report that the index knows.</summary>
internal sealed class LatestReport(Stores stores, TimeProvider time)
{
    /// <summary>Copying takes seconds; who holds the place for longer is taken to be dead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>After the index got a report.</summary>
    /// <remarks>One writer at a time, so that two reports never mingle; it copies the newest one, whoever made that. One that the index gets meanwhile is
    /// followed by who added it. Who waited may find that all is done.</remarks>
    public async Task FollowAsync(string audience, CancellationToken cancellationToken)
    {
        do
        {
            if (await stores.Summaries.TryClaimAsync(audience, ReportFolder.Latest, time.GetUtcNow(), Patience, cancellationToken) is { } claim)
            {
                await CopyAsync(audience, claim, cancellationToken);
                return;
            }

            await Task.Delay(Look, time, cancellationToken);
        }
        while (!await IsCurrentAsync(audience, cancellationToken));
    }

    /// <summary>In case that who added the newest report did not get so far.</summary>
    public async Task CatchUpAsync(string audience, CancellationToken cancellationToken)
    {
        if (!await IsCurrentAsync(audience, cancellationToken))
        {
            await FollowAsync(audience, cancellationToken);
        }
    }

    private async Task<bool> IsCurrentAsync(string audience, CancellationToken cancellationToken)
    {
        var newest = await stores.Summaries.LatestAsync(audience, cancellationToken);
        if (newest is null)
        {
            return true;
        }

        return await stores.Reports.ReadBeginningOfLatestAsync(audience, "summary.json", SummaryJson.Beginning, cancellationToken) is { } there
            && SummaryJson.GeneratedAt(there.ToMemory().Span) == newest.GeneratedAt;
    }

    private async Task CopyAsync(string audience, PublicationClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            var newest = await stores.Summaries.LatestAsync(audience, cancellationToken)
                ?? throw new InvalidOperationException("The index of reports lost its newest entry.");
            if (!await stores.Reports.SwitchLatestAsync(audience, ReportFolder.Of(newest.GeneratedAt), cancellationToken))
            {
                throw new InvalidDataException(
                    $"The folder {newest.BlobPath} of container reports is not complete, though the table Summaries names it. Somebody removed files from it; publish again.");
            }
        }
        finally
        {
            // A cancelled copy gives its place back at once, too.
            await stores.Summaries.ReleaseAsync(claim, CancellationToken.None);
        }
    }
}
