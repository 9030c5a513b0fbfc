using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class ReconcileInboxTests : IDisposable
{
    private readonly MemoryStudy study = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 5)];

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task What_no_event_told_is_found_and_what_is_settled_is_left_alone()
    {
        await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        await study.DropAsync("site-b/visits.csv", "subject_id,study day,mrss,tpn\nP-02,1,22,N\n");
        await study.DropAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,21,N\n");

        var first = await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);
        var second = await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);

        Assert.Equal(new ReconcileResult(Listed: 2, Ingested: 2), first);
        Assert.Equal(new ReconcileResult(Listed: 2, Ingested: 0), second);
        var outcomes = await study.OutcomesAsync();
        Assert.Contains(outcomes, line => line.StartsWith("site-a,P-01,1,mrss_total,21,", StringComparison.Ordinal));
        Assert.Contains(outcomes, line => line.StartsWith("site-b,P-02,1,mrss_total,22,", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task Whichever_events_are_lost_late_doubled_or_out_of_order_the_newest_upload_of_each_document_is_current_in_the_end(int seed)
    {
        var random = new Random(seed);
        var newest = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var events = new List<string>();
        for (var upload = 0; upload < 30; upload++)
        {
            var blobName = $"site-{(char)('a' + random.Next(2))}/visits {random.Next(4)}.csv";
            var isEmptyFirst = random.Next(5) == 0;
            await study.DropAsync(blobName, isEmptyFirst ? "" : Csv(blobName, newest[blobName] = random.Next(52)));
            if (isEmptyFirst)
            {
                await study.IngestAsync(blobName);
                await study.DropAsync(blobName, Csv(blobName, newest[blobName] = random.Next(52)));
            }

            events.AddRange(Enumerable.Repeat(blobName, random.Next(3)));
            while (events.Count > 0 && random.Next(3) == 0)
            {
                var next = random.Next(events.Count);
                await study.Get<IIngestSubmission>().RunAsync(events[next], CancellationToken.None);
                events.RemoveAt(next);
            }
        }

        await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);
        var again = await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);

        Assert.Equal(new ReconcileResult(newest.Count, 0), again);
        foreach (var (blobName, mrss) in newest)
        {
            var (site, document) = Upload.Place(blobName);
            var current = Assert.Single(await study.Stores.Ledger.CurrentAsync(site, CancellationToken.None), pointer => pointer.Document == document);
            var row = Assert.Single(await study.Stores.Outcomes.ReadAsync(site, current.SubmissionId, CancellationToken.None));
            Assert.Equal(mrss, row.Outcomes.Single(outcome => outcome.Variable == "mrss_total").Value.Number);
        }
    }

    [Fact]
    public async Task One_submission_that_cannot_be_settled_now_does_not_keep_those_behind_it_waiting()
    {
        await study.DropAsync("site-a/1.csv", Csv("1", 20));
        await study.DropAsync("site-a/2.csv", Csv("2", 21));
        var stuck = new FailingFor("site-a/1.csv", study.Get<IIngestSubmission>());

        await Assert.ThrowsAsync<IOException>(() => new ReconcileInbox(study.Stores, stuck, study.Get<LeftOpen>(), study.Get<Vitals>(), study.Get<Traces>(), study.Get<Instruments>()).RunAsync(CancellationToken.None));

        Assert.Equal("2.csv", Assert.Single(await study.Stores.Ledger.CurrentAsync(Domain.Submissions.SiteCode.Parse("site-a"), CancellationToken.None)).Document);
    }

    /// <summary>Each document its own subject and each upload its own bytes, so that none is a duplicate.</summary>
    private string Csv(string document, int mrss) =>
        $"subject_id,study day,mrss,note\nP-{document.Sum(letter => letter)},1,{mrss},{++sent}\n";

    private int sent;

    private sealed class FailingFor(string blobName, IIngestSubmission inner) : IIngestSubmission
    {
        public async Task<IngestResult> RunAsync(string name, CancellationToken cancellationToken) => name == blobName
            ? throw new IOException("Storage is away.")
            : await inner.RunAsync(name, cancellationToken);
    }
}
