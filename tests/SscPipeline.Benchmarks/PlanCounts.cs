using System.Globalization;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Storage.Tables;
using SscPipeline.Workflows;

namespace SscPipeline.Benchmarks;

/// <summary>What a submission, a look through the inbox and a publication ask of storage, counted request by request.</summary>
/// <param name="Table">Requests, a transaction being one.</param>
/// <param name="Writes">Of blobs, lists with them.</param>
/// <param name="Reads">Of blobs.</param>
internal sealed record PlanCounts(double Table, double Writes, double Reads)
{
    private const int Sites = 8;

    public double All => Table + Writes + Reads;

    public static PlanCounts operator -(PlanCounts more, PlanCounts less) => new(more.Table - less.Table, more.Writes - less.Writes, more.Reads - less.Reads);

    public static PlanCounts operator /(PlanCounts all, double parts) => new(all.Table / parts, all.Writes / parts, all.Reads / parts);

    /// <summary>As the service counts the bytes of one visit's row.</summary>
    public static double BytesOfVisit()
    {
        var rows = new StudySeed(1, 100, 8).Rows(0, 0).Where(row => row.Visit is not null).ToList();
        return rows.Average(row => EntitySize.Stored(OutcomeEntity.Of(StudySeed.Site(0), StudySeed.Submission(0), row)));
    }

    public static async Task<(PlanCounts Submission, PlanCounts ReconcileSite, PlanCounts PublishChangedSite, PlanCounts Report)> MeasureAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("ssc-plan");
        try
        {
            await using var study = await BenchmarkStudy.StartAsync();
            var ingest = study.Get<IIngestSubmission>();
            for (var site = 0; site < Sites; site++)
            {
                await SendAsync(study, ingest, folder.FullName, site, number: site, rows);
            }

            // A correction: the document is sent again with other values.
            var submission = await CountAsync(study, () => SendAsync(study, ingest, folder.FullName, 0, number: Sites, rows));
            var publish = study.Get<IPublishSummaries>();
            var reconcile = study.Get<IReconcileInbox>();
            await publish.PublishNowAsync(deliver: false, CancellationToken.None);
            await SendAsync(study, ingest, folder.FullName, 1, number: Sites + 1, rows);
            var one = await CountAsync(study, () => publish.PublishNowAsync(deliver: false, CancellationToken.None));
            for (var site = 2; site < Sites; site++)
            {
                await SendAsync(study, ingest, folder.FullName, site, number: Sites + site, rows);
            }

            // What every change asks for, however many sites changed, belongs to the report.
            var several = await CountAsync(study, () => publish.PublishNowAsync(deliver: false, CancellationToken.None));
            var changedSite = (several - one) / (Sites - 3);
            var looked = await CountAsync(study, () => reconcile.RunAsync(CancellationToken.None));
            return (submission, looked / Sites, changedSite, one - changedSite);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SendAsync(BenchmarkStudy study, IIngestSubmission ingest, string folder, int site, int number, int rows)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"site-{site:0000}/study.xlsx");

        // Blob storage tells time to the second.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await study.Stores.Inbox.DropAsync(name, new MemoryStream(DroppedFiles.Workbook(folder, number, rows)), CancellationToken.None);
        var result = await ingest.RunAsync(name, CancellationToken.None);
        if (result.RowsAccepted == 0)
        {
            throw new InvalidOperationException($"A generated file was {result.Status}.");
        }
    }

    private static async Task<PlanCounts> CountAsync(BenchmarkStudy study, Func<Task> work)
    {
        study.Transport.Reset();
        await work();
        var blobs = study.Transport.ByKind.Where(kind => kind.Kind.StartsWith("blob", StringComparison.Ordinal)).ToList();
        var reads = blobs.Where(kind => kind.Kind is "blob GET" or "blob HEAD").Sum(kind => kind.Count);
        return new PlanCounts(study.Transport.Tables, blobs.Sum(kind => kind.Count) - reads, reads);
    }
}
