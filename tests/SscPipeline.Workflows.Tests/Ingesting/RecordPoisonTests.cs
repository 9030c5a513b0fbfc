using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class RecordPoisonTests : IDisposable
{
    private const string Csv = "subject_id,study day,mrss,tpn\nP-01,1,20,N\n";

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task A_submission_that_failed_for_good_is_told_as_our_fault_and_stored_nowhere_as_data()
    {
        await study.DropAsync("site-a/visits.csv", Csv);

        await RecordAsync(await study.PoisonAsync("site-a/visits.csv"));

        var entry = Assert.Single(await study.Stores.Ledger.ListAsync(SiteCode.Parse("site-a"), CancellationToken.None));
        var receipt = await study.ReceiptAsync("site-a", entry.SubmissionId.Value);
        Assert.Equal(SubmissionStatus.Failed, entry.Status);
        Assert.Equal(SubmissionStatus.Failed, receipt.Status);
        Assert.Empty(receipt.Issues);
        Assert.Empty(await study.OutcomesAsync());
    }

    [Fact]
    public async Task A_submission_that_was_settled_after_all_keeps_its_verdict()
    {
        var settled = await study.SendAsync("site-a/visits.csv", Csv);

        await RecordAsync(await study.PoisonAsync("site-a/visits.csv"));

        Assert.Equal(settled.Status, (await study.ReceiptAsync("site-a", settled.SubmissionId)).Status);
    }

    [Fact]
    public async Task The_same_bytes_sent_again_after_a_failure_are_looked_at_afresh()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        await RecordAsync(await study.PoisonAsync("site-a/visits.csv"));

        var again = await study.SendAsync("site-a/visits.csv", Csv);

        Assert.Equal(1, again.Rows.Accepted);
    }

    [Fact]
    public async Task An_upload_that_replaced_the_failed_one_is_not_blamed_for_it()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        var message = await study.PoisonAsync("site-a/visits.csv");
        var begun = await study.Get<SubmissionRegister>().BeginAsync((await study.Get<UploadReader>().ReadAsync("site-a/visits.csv", CancellationToken.None))!, CancellationToken.None);
        await study.DropAsync("site-a/visits.csv", Csv.Replace("20", "21", StringComparison.Ordinal));

        await RecordAsync(message);
        var newer = await study.IngestAsync("site-a/visits.csv");

        Assert.Equal(1, newer.Rows.Accepted);
        Assert.Equal(SubmissionStatus.Failed, (await study.ReceiptAsync("site-a", begun.SubmissionId.Value)).Status);
    }

    [Fact]
    public async Task A_receipt_of_a_failure_that_a_crash_lost_is_written_when_the_message_comes_again()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        var message = await study.PoisonAsync("site-a/visits.csv");
        var begun = await study.Get<SubmissionRegister>().BeginAsync((await study.Get<UploadReader>().ReadAsync("site-a/visits.csv", CancellationToken.None))!, CancellationToken.None);
        await study.Stores.Ledger.CommitAsync(begun with { Status = SubmissionStatus.Failed, CompletedAt = study.Time.GetUtcNow() }, null, false, CancellationToken.None);

        await RecordAsync(message);

        Assert.Equal(SubmissionStatus.Failed, (await study.ReceiptAsync("site-a", begun.SubmissionId.Value)).Status);
    }

    [Fact]
    public async Task A_message_without_a_blob_is_a_fault_and_not_lost() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => study.Get<IRecordPoison>().RunAsync("{}", CancellationToken.None));

    private Task RecordAsync(string message) => study.Get<IRecordPoison>().RunAsync(message, CancellationToken.None);
}
