using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Tests.Replaying;

public sealed class PoisonDeskTests : IDisposable
{
    private const string Csv = "subject_id,study day,mrss,tpn\nP-01,1,20,N\n";

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    private PoisonDesk Desk => study.Get<PoisonDesk>();

    [Fact]
    public async Task A_failed_submission_is_listed_until_it_was_processed_again_as_a_replay_and_who_did_it_is_on_record()
    {
        var failed = await FailAsync("site-a/visits.csv");

        var result = await Desk.RequeueAsync(failed, "lee", CancellationToken.None);

        Assert.Equal((failed.Id + "-r2", true), (result.SubmissionId, result.Status is SubmissionStatus.Accepted or SubmissionStatus.AcceptedWithWarnings));
        Assert.Empty(await Desk.ListAsync(CancellationToken.None));
        var deed = Assert.Single(await Desk.HistoryAsync("site-a", failed.Id, CancellationToken.None));
        Assert.Equal(("Requeued", "lee", result.SubmissionId, study.Time.GetUtcNow()), (deed.Deed, deed.By, deed.Result, deed.At));
        Assert.Single(await study.OutcomesAsync(), line => line.Contains(",mrss_total,20,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_submission_that_is_dropped_is_not_listed_any_more_and_keeps_its_ledger_row()
    {
        var failed = await FailAsync("site-a/visits.csv");

        Assert.True(await Desk.DropAsync(failed, "lee", CancellationToken.None));

        Assert.Empty(await Desk.ListAsync(CancellationToken.None));
        Assert.Equal("Dropped", Assert.Single(await Desk.HistoryAsync("site-a", CancellationToken.None)).Deed);
        Assert.Equal(SubmissionStatus.Failed, Assert.Single(await study.Stores.Ledger.ListAsync(SiteCode.Parse("site-a"), CancellationToken.None)).Status);
    }

    [Fact]
    public async Task A_submission_that_was_begun_and_left_is_listed_after_ten_minutes_and_settled_under_its_own_id()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        var begun = await BeginAsync("site-a/visits.csv");
        study.Time.Advance(TimeSpan.FromMinutes(9));
        var early = await Desk.ListAsync(CancellationToken.None);
        study.Time.Advance(TimeSpan.FromMinutes(2));

        var stuck = Assert.Single(await Desk.ListAsync(CancellationToken.None));
        var result = await Desk.RequeueAsync(stuck, "lee", CancellationToken.None);

        Assert.Empty(early);
        Assert.Equal((PoisonKind.Stuck, begun), (stuck.Kind, stuck.Id));
        Assert.Equal(begun, result.SubmissionId);
        Assert.Equal(2, Assert.Single(await study.Stores.Ledger.ListAsync(SiteCode.Parse("site-a"), CancellationToken.None)).Attempt);
    }

    [Fact]
    public async Task A_submission_that_was_begun_and_whose_bytes_are_gone_can_only_be_dropped()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        await BeginAsync("site-a/visits.csv");
        await study.DropAsync("site-a/visits.csv", Csv.Replace("20", "21", StringComparison.Ordinal));
        study.Time.Advance(TimeSpan.FromMinutes(11));
        var stuck = Assert.Single(await Desk.ListAsync(CancellationToken.None));

        var result = await Desk.RequeueAsync(stuck, "lee", CancellationToken.None);
        var isDropped = await Desk.DropAsync(stuck, "lee", CancellationToken.None);

        Assert.Contains("are not there any more", result.Note, StringComparison.Ordinal);
        Assert.True(isDropped);
        Assert.Empty(await Desk.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_message_that_no_host_recorded_is_processed_and_deleted_and_the_others_stay()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        await study.Stores.Poison.AddAsync(await study.PoisonAsync("site-a/visits.csv"), CancellationToken.None);
        await study.Stores.Poison.AddAsync("what is this?", CancellationToken.None);
        var listed = await Desk.ListAsync(CancellationToken.None);

        var done = await Desk.RequeueAsync(listed[0], "lee", CancellationToken.None);
        var strange = await Desk.RequeueAsync(listed[1], "lee", CancellationToken.None);

        Assert.Equal([("site-a", "visits.csv"), ("_unassigned", null)], listed.Select(item => (item.Site, item.Document)));
        Assert.Equal(done.SubmissionId, Assert.Single(await Desk.HistoryAsync("site-a", listed[0].Id, CancellationToken.None)).Result);
        Assert.Contains("does not say which blob", strange.Note, StringComparison.Ordinal);
        Assert.Equal(listed[1].Id, Assert.Single(await Desk.ListAsync(CancellationToken.None)).Id);
        Assert.True(await Desk.DropAsync(listed[1], "lee", CancellationToken.None));
        Assert.Empty(await Desk.ListAsync(CancellationToken.None));
        Assert.Equal("Dropped", Assert.Single(await Desk.HistoryAsync("_unassigned", CancellationToken.None)).Deed);
    }

    private async Task<Poisoned> FailAsync(string blobName)
    {
        await study.DropAsync(blobName, Csv);
        await study.Get<IRecordPoison>().RunAsync(await study.PoisonAsync(blobName), CancellationToken.None);
        return Assert.Single(await Desk.ListAsync(CancellationToken.None));
    }

    private async Task<string> BeginAsync(string blobName)
    {
        var upload = await study.Get<UploadReader>().ReadAsync(blobName, CancellationToken.None);
        return (await study.Get<SubmissionRegister>().BeginAsync(upload!, CancellationToken.None)).SubmissionId.Value;
    }
}
