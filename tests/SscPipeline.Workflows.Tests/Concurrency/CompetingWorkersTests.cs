using System.Globalization;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using SscPipeline.Testing;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Concurrency;

/// <summary>Several writers and workers on one real storage.</summary>
public sealed class CompetingWorkersTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Blob = "site-a/visits.csv";

    private static readonly SiteCode Site = SiteCode.Parse("site-a");

    [Fact]
    public async Task Of_twenty_uploads_by_five_writers_within_a_second_the_one_that_lies_there_last_is_current()
    {
        var account = azurite.NewAccount();
        await using var one = new AzuriteStudy(account);
        await using var two = new AzuriteStudy(account);
        await one.Stores.EnsureCreatedAsync(CancellationToken.None);
        var events = new System.Collections.Concurrent.ConcurrentBag<Task>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 20), new ParallelOptions { MaxDegreeOfParallelism = 5 }, async (mrss, _) =>
        {
            await one.DropAsync(Blob, Csv(mrss));
            if (mrss % 3 == 0)
            {
                events.Add(one.IngestAsync(Blob));
                events.Add(two.IngestAsync(Blob));
            }
        });
        await Task.WhenAll(events);
        var last = await two.Get<UploadReader>().ReadAsync(Blob, CancellationToken.None);
        await Task.WhenAll(one.IngestAsync(Blob), two.IngestAsync(Blob));
        await one.Get<IReconcileInbox>().RunAsync(CancellationToken.None);

        var entries = await SettledAsync(one);
        var current = Assert.Single(await one.Stores.Ledger.CurrentAsync(Site, CancellationToken.None));
        Assert.Equal(last!.Sha256, entries.Single(entry => entry.SubmissionId == current.SubmissionId).Sha256);
        foreach (var entry in entries)
        {
            var receipt = await one.Get<ReceiptDesk>().FindAsync(entry, CancellationToken.None);
            Assert.Equal((entry.Status, entry.IsSuperseded), (receipt!.Status, receipt.IsSuperseded));
        }
    }

    [Fact]
    public async Task Two_workers_with_different_rules_on_one_submission_leave_the_rows_of_the_one_that_settled_it_and_no_other()
    {
        var account = azurite.NewAccount();
        await using var values = new AzuriteStudy(account);
        await using var rows = new AzuriteStudy(account, transport: null, ("Ssc:Acceptance", "Rows"));
        await values.Stores.EnsureCreatedAsync(CancellationToken.None);
        var settledBy = new HashSet<int>();
        for (var round = 0; round < 4; round++)
        {
            var blobName = $"site-a/visits {round}.csv";
            await values.DropAsync(blobName, Large(round));
            AzuriteStudy[] workers = round % 2 == 0 ? [values, rows, values, rows] : [rows, values, rows, values];

            var results = await Task.WhenAll(workers.Select(worker => worker.IngestAsync(blobName)));

            var id = SubmissionId.Parse(Assert.Single(results.Select(result => result.SubmissionId).Distinct()));
            var entry = await values.Stores.Ledger.FindAsync(Site, id, CancellationToken.None);
            var stored = await values.Stores.Outcomes.ReadAsync(Site, id, CancellationToken.None);
            Assert.Equal(SubmissionStatus.PartiallyAccepted, entry!.Status);
            Assert.Equal(entry.RowsAccepted, stored.Length);
            Assert.Equal(entry.RowsAccepted == Rows ? Rows : Rows / 2, stored.Length);
            Assert.Equal(entry.RowsAccepted, (await values.Get<ReceiptDesk>().FindAsync(entry, CancellationToken.None))!.Rows.Accepted);
            settledBy.Add(stored.Length);
        }

        Assert.Subset(new HashSet<int> { Rows, Rows / 2 }, settledBy);
    }

    [Fact]
    public async Task A_blob_that_is_overwritten_and_deleted_all_the_while_fails_nothing_and_ends_as_what_it_is_last()
    {
        await using var study = new AzuriteStudy(azurite.NewAccount());
        await study.Stores.EnsureCreatedAsync(CancellationToken.None);
        var inbox = new Azure.Storage.Blobs.BlobContainerClient(Account(study), "submissions");
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await study.IngestAsync(Blob);
            }
        });

        for (var mrss = 0; mrss < 16; mrss++)
        {
            await study.DropAsync(Blob, mrss % 4 == 0 ? "" : Csv(mrss));
            await (mrss % 6 == 5 ? inbox.DeleteBlobIfExistsAsync(Blob) : Task.Delay(mrss % 5 * 3));
        }

        await stop.CancelAsync();
        await reading;
        await study.DropAsync(Blob, Csv(51));
        await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);

        await SettledAsync(study);
        var current = Assert.Single(await study.Stores.Ledger.CurrentAsync(Site, CancellationToken.None));
        var row = Assert.Single(await study.Stores.Outcomes.ReadAsync(Site, current.SubmissionId, CancellationToken.None));
        Assert.Equal(51, row.Outcomes.Single(outcome => outcome.Variable == "mrss_total").Value.Number);
    }

    private const int Rows = 120;

    /// <summary>Half of the rows hold an impossible value beside a good one.</summary>
    private static string Large(int round) => $"subject_id,study day,mrss,albumin (g/L),note {round}\n" + string.Concat(
        Enumerable.Range(1, Rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"P-{round}-{n},1,{(n % 2 == 0 ? 20 : 60)},40,\n")));

    private static string Csv(int mrss) => $"subject_id,study day,mrss,tpn\nP-01,1,{mrss},N\n";

    private string Account(AzuriteStudy study) => study.Get<Microsoft.Extensions.Configuration.IConfiguration>()["SscStorage"] ?? azurite.ConnectionString;

    private static async Task<IReadOnlyList<LedgerEntry>> SettledAsync(AzuriteStudy study)
    {
        var entries = await study.Stores.Ledger.ListAsync(Site, CancellationToken.None);
        Assert.All(entries, entry => Assert.True(entry.IsFinal));
        Assert.DoesNotContain(entries, entry => entry.Status == SubmissionStatus.Failed);
        return entries;
    }
}
