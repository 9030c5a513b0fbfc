using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class RecordPoisonTests : IDisposable
{
    private const string Message =
        """{"Type":"BlobTrigger","FunctionId":"Host.Functions.IngestSubmission","BlobType":"BlockBlob","ContainerName":"submissions","BlobName":"site-a/visits.csv","ETag":"\"0x1\""}""";

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task A_submission_that_failed_for_good_is_told_as_our_fault_and_stored_nowhere_as_data()
    {
        await study.DropAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");

        await study.Get<IRecordPoison>().RunAsync(Message, CancellationToken.None);

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
        var settled = await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");

        await study.Get<IRecordPoison>().RunAsync(Message, CancellationToken.None);

        Assert.Equal(settled.Status, (await study.ReceiptAsync("site-a", settled.SubmissionId)).Status);
    }

    [Fact]
    public async Task The_same_bytes_sent_again_after_a_failure_are_looked_at_afresh()
    {
        await study.DropAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        await study.Get<IRecordPoison>().RunAsync(Message, CancellationToken.None);

        var again = await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");

        Assert.Equal(1, again.Rows.Accepted);
    }

    [Fact]
    public async Task A_message_without_a_blob_is_a_fault_and_not_lost() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => study.Get<IRecordPoison>().RunAsync("{}", CancellationToken.None));
}
