using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.LocalHost.Azurite;

namespace SscPipeline.Cli.Hosting;

/// <summary>A whole run on a storage of its own: drop, ingest until idle, publish, copy out, stop.</summary>
internal static class PrivateRun
{
    /// <param name="inboxes">Ingested one after the other, so that the later ones correct the earlier.</param>
    /// <param name="output">Gets <c>receipts</c>, <c>reports</c> and <c>data</c>.</param>
    /// <returns>The receipts of all submissions, by site and time.</returns>
    public static async Task<IReadOnlyList<Receipt>> RunAsync(
        IReadOnlyList<InboxFolder> inboxes, string output, Steps steps, CancellationToken cancellationToken)
    {
        await using var azurite = await steps.ShowAsync(
            "Storage", say => AzuriteProcess.StartAsync(new AzuriteOptions(), new Said(say), cancellationToken));
        var total = 0;
        Action<string> showIngested = _ => { };
        var counter = new IngestCounter(count => showIngested($"{count} of {total}"));
        await using var study = StudyHost.CreateQuiet(Configured.OnStorage(azurite.ConnectionString), counter);
        await study.Submissions.PrepareStorageAsync(cancellationToken);

        foreach (var inbox in inboxes)
        {
            total += inbox.Files.Count;
            await steps.ShowAsync("Ingest", async say =>
            {
                showIngested = say;
                await UntilTheNextSecondAsync(cancellationToken);
                await inbox.DropAsync(study.Submissions, cancellationToken);
                await study.Functions.RunUntilIdleAsync(cancellationToken);
                return true;
            });
        }

        await steps.ShowAsync("Publish", async _ =>
        {
            await study.Functions.FireTimerAsync("PublishSummaries", cancellationToken);
            return true;
        });
        return await steps.ShowAsync("Copy", async _ =>
        {
            await OutputFolder.WriteAsync(study.Files, output, cancellationToken);
            return await ReceiptsAsync(study, cancellationToken);
        });
    }

    private static async Task<IReadOnlyList<Receipt>> ReceiptsAsync(StudyHost study, CancellationToken cancellationToken)
    {
        var receipts = new List<Receipt>();
        foreach (var site in await study.Submissions.SitesAsync(cancellationToken))
        {
            foreach (var line in (await study.Submissions.ListAsync(site, cancellationToken)).OrderBy(line => line.SubmissionId, StringComparer.Ordinal))
            {
                if (await study.Submissions.ReceiptAsync(site, SubmissionId.Parse(line.SubmissionId), cancellationToken) is { } receipt)
                {
                    receipts.Add(receipt);
                }
            }
        }

        return receipts;
    }

    /// <summary>Blob storage tells time to the second: an inbox is later than the one before only when the second has changed.</summary>
    private static Task UntilTheNextSecondAsync(CancellationToken cancellationToken) =>
        Task.Delay(1_000 - TimeProvider.System.GetUtcNow().Millisecond, cancellationToken);

    private sealed class Said(Action<string> say) : IProgress<string>
    {
        public void Report(string value) => say(value);
    }
}
