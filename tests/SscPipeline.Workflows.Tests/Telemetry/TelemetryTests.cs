using System.Diagnostics;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Blobs;
using SscPipeline.Storage.Evidence;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows.Tests.Telemetry;

/// <summary>What traces and metrics tell of ingesting, failing, reconciling, replaying and publishing.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Clean = "subject_id,sex,age,height (cm),imatinib start study day\nP-01,F,41,160,1\nP-02,M,50,170,1\n";
    private const string Partial = "subject_id,study day,mrss,fvc % pred\nP-01,1,20,90\n,1,20,91\n";

    private static readonly string[] s_allSteps =
        [SpanNames.Read, SpanNames.Recognise, SpanNames.Check, SpanNames.Store, SpanNames.Commit, SpanNames.Receipt, SpanNames.Page];

    private readonly MemoryStudy study = new();
    private readonly Told told;

    public TelemetryTests() => told = new Told(study);

    public void Dispose()
    {
        told.Dispose();
        study.Dispose();
    }

    [Theory]
    [InlineData(Clean, SubmissionStatus.Accepted, 2, 2, 0)]
    [InlineData("subject_id,study day,mrss,fvc % pred\nP-01,1,20,90\n", SubmissionStatus.AcceptedWithWarnings, 1, 1, 0)]
    [InlineData(Partial, SubmissionStatus.PartiallyAccepted, 2, 1, 1)]
    [InlineData("patient name,subject_id,study day,mrss\nMeier,P-01,1,20\n", SubmissionStatus.Rejected, 0, 0, 0)]
    public async Task A_submission_is_one_trace_with_its_steps_in_order_and_bad_data_is_no_error(
        string csv, SubmissionStatus status, int read, int accepted, int withheld)
    {
        var receipt = await study.SendAsync("site-a/visits.csv", csv);

        Assert.Equal(status, receipt.Status);
        var root = Assert.Single(told.Roots);
        Assert.Equal(SpanNames.Submission, root.OperationName);
        Assert.Equal(s_allSteps, told.Steps(root));
        Assert.Equal(s_allSteps.Length + 1, told.Spans.Count(span => span.TraceId == root.TraceId));
        Assert.All(told.Spans, span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.Equal(
            [
                ("ssc.attempt", 1), ("ssc.bytes", (long)csv.Length), ("ssc.issues", receipt.IssuesByCheck.Values.Sum()), ("ssc.rows.accepted", accepted),
                ("ssc.rows.read", read), ("ssc.rows.withheld", withheld), ("ssc.site", "site-a"), ("ssc.status", status.ToString()), ("ssc.submission.id", receipt.SubmissionId),
            ],
            root.TagObjects.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => (tag.Key, tag.Value!)));
    }

    [Fact]
    public async Task A_submission_is_counted_once_with_its_rows_issues_duration_and_the_time_from_drop_to_receipt()
    {
        await study.DropAsync("site-a/visits.csv", Partial);
        study.Time.Advance(TimeSpan.FromSeconds(90));
        var receipt = await study.IngestAsync("site-a/visits.csv");
        await study.IngestAsync("site-a/visits.csv");

        Assert.Equal(1, told.Sum("ssc.submissions"));
        Assert.Equal(1, told.Sum("ssc.submissions", "ssc.status=PartiallyAccepted"));
        Assert.Equal((2, 1, 1), (told.Sum("ssc.rows", "=read"), told.Sum("ssc.rows", "=accepted"), told.Sum("ssc.rows", "=withheld")));
        Assert.All(receipt.IssuesByCheck, check => Assert.Equal(check.Value, told.Sum("ssc.issues", $"ssc.check={check.Key}")));
        Assert.Equal(receipt.IssuesByCheck.Values.Sum(), told.Sum("ssc.issues"));
        Assert.Equal([90], told.Measurements.Where(one => one.Instrument == "ssc.receipt.lag").Select(one => one.Value));
        Assert.Equal(2, told.Measurements.Count(one => one is { Instrument: "ssc.ingest.duration", Tags: "ssc.status=PartiallyAccepted" }));
    }

    [Fact]
    public async Task A_duplicate_is_neither_checked_nor_stored_and_a_replay_is_a_trace_of_its_own_without_a_lag()
    {
        var first = await study.SendAsync("site-a/visits.csv", Clean);
        var second = await study.SendAsync("site-a/again.csv", Clean);
        var replay = await study.ReplayAsync(first.SubmissionId);

        Assert.Equal([SpanNames.Read, SpanNames.Recognise, SpanNames.Commit, SpanNames.Receipt, SpanNames.Page], told.Steps(told.Root(second.SubmissionId)));
        Assert.Equal(s_allSteps.Skip(1), told.Steps(told.Root(replay.SubmissionId!)));
        Assert.Equal((2, 1), (told.Sum("ssc.submissions", "=Accepted"), told.Sum("ssc.submissions", "=Duplicate")));
        Assert.Equal(2, told.Measurements.Count(one => one.Instrument == "ssc.receipt.lag"));
    }

    [Fact]
    public async Task A_fault_of_ours_is_an_error_of_its_step_and_its_trace_by_its_type_alone_and_the_failure_recorded_in_the_end_is_counted()
    {
        using var broken = study.Over(study.Stores with { Evidence = new BrokenEvidence() });
        using var heard = new Told(broken);
        await study.DropAsync("site-a/visits.csv", Clean);

        await Assert.ThrowsAsync<IOException>(() => broken.Get<IIngestSubmission>().RunAsync("site-a/visits.csv", CancellationToken.None));

        var faulty = heard.Spans.Where(span => span.Status == ActivityStatusCode.Error).ToList();
        Assert.Equal([SpanNames.Store, SpanNames.Submission], faulty.Select(span => span.OperationName));
        Assert.All(faulty, span => Assert.Equal("System.IO.IOException", span.GetTagItem(AttributeNames.Error)));
        Assert.DoesNotContain("secret of a subject", heard.Words, StringComparison.Ordinal);
        Assert.Equal(1, heard.Sum("ssc.failures", "ssc.work=ssc.submission error.type=System.IO.IOException"));
        Assert.Equal(0, heard.Sum("ssc.submissions"));

        await study.Get<IRecordPoison>().RunAsync(await study.PoisonAsync("site-a/visits.csv"), CancellationToken.None);
        await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);

        Assert.Equal(1, told.Sum("ssc.submissions", "=Failed"));
        Assert.Equal("Failed", Assert.Single(told.Roots, span => span.OperationName == SpanNames.Failure).GetTagItem(AttributeNames.Status));
        Assert.Equal([1], told.Measurements.Where(one => one.Instrument == "ssc.poison.length").Select(one => one.Value));
    }

    [Fact]
    public async Task A_host_that_stops_is_no_fault()
    {
        using var stop = new CancellationTokenSource();
        using var stopping = study.Over(study.Stores with { Evidence = new BrokenEvidence(stop) });
        using var heard = new Told(stopping);
        await study.DropAsync("site-a/visits.csv", Clean);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping.Get<IIngestSubmission>().RunAsync("site-a/visits.csv", stop.Token));

        Assert.All(heard.Spans, span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.Equal(0, heard.Sum("ssc.failures"));
    }

    [Fact]
    public async Task What_reconciliation_finds_has_traces_of_its_own_linked_to_the_search_and_how_the_study_stands_is_recorded()
    {
        await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);
        await study.DropAsync("site-a/visits.csv", Clean);
        await study.DropAsync("site-b/visits.csv", Partial);
        study.Time.Advance(TimeSpan.FromHours(30) - TimeSpan.FromMinutes(2));

        await study.Get<IReconcileInbox>().RunAsync(CancellationToken.None);

        var search = Assert.Single(told.Roots, span => span.OperationName == SpanNames.Reconcile);
        Assert.Equal((2, 2), (search.GetTagItem(AttributeNames.Listed), search.GetTagItem(AttributeNames.Found)));
        var found = told.Roots.Where(span => span.OperationName == SpanNames.Submission).ToList();
        Assert.Equal(2, found.Select(span => span.TraceId).Distinct().Count(trace => trace != search.TraceId));
        Assert.All(found, span => Assert.Equal(search.SpanId, Assert.Single(span.Links).Context.SpanId));
        Assert.Equal(2, told.Sum("ssc.reconcile.found"));
        Assert.Equal([0], told.Measurements.Where(one => one.Instrument == "ssc.poison.length").Select(one => one.Value));
        Assert.Equal(
            [("ssc.audience=controlled", 0), ("ssc.audience=public", 0), ("ssc.audience=controlled", 30), ("ssc.audience=public", 30)],
            told.Measurements.Where(one => one.Instrument == "ssc.publish.age").Select(one => (one.Tags, (int)one.Value)));
    }

    [Fact]
    public async Task A_publication_is_one_trace_that_loads_computes_writes_and_delivers()
    {
        await study.SendAsync("site-a/subjects.csv", Clean);

        await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);
        await study.Get<IPublishSummaries>().RunAsync(isPastDue: false, CancellationToken.None);

        var root = Assert.Single(told.Roots, span => span.OperationName == SpanNames.Publish);
        var steps = told.Steps(root).ToList();
        Assert.Equal(SpanNames.Load, steps[0]);
        Assert.Equal(
            [SpanNames.Compute, SpanNames.Compute, SpanNames.Compute, SpanNames.Page, SpanNames.Write, SpanNames.Write],
            steps[1..^2].Order(StringComparer.Ordinal));
        Assert.Equal([SpanNames.Deliver, SpanNames.Deliver], steps[^2..]);
        Assert.Equal((1, 2), (root.GetTagItem(AttributeNames.Sites), root.GetTagItem(AttributeNames.Subjects)));
        Assert.Single(told.Measurements, one => one.Instrument == "ssc.publish.duration");
    }

    private sealed class BrokenEvidence(CancellationTokenSource? stop = null) : IEvidenceStore
    {
        public async Task SaveAsync(string sha256, Stream content, CancellationToken cancellationToken)
        {
            await (stop?.CancelAsync() ?? Task.CompletedTask);
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException("secret of a subject");
        }

        public Task<OpenedBlob?> OpenAsync(string sha256, CancellationToken cancellationToken) => throw new IOException("secret of a subject");
    }
}
