using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class LateUploadTests : IDisposable
{
    private static readonly SiteCode Site = SiteCode.Parse("site-a");

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task An_older_upload_that_arrives_late_never_replaces_a_newer_one()
    {
        var newer = await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        var late = Entry(newer.ReceivedAt.AddHours(-1));

        var decision = await study.Get<PointerRule>().DecideAsync(late, "\"any\"", CancellationToken.None);

        Assert.Null(decision.Move);
        Assert.True(decision.IsSuperseded);
    }

    [Fact]
    public async Task Within_one_second_the_upload_that_lies_in_the_inbox_is_the_newest()
    {
        var current = await study.SendAsync("site-a/visits.csv", "subject_id,study day,mrss,tpn\nP-01,1,20,N\n");
        await study.Stores.Inbox.DropAsync("site-a/visits.csv", new MemoryStream(Encoding.UTF8.GetBytes("newer")), CancellationToken.None);
        var inInbox = await study.Stores.Inbox.CurrentETagAsync("site-a/visits.csv", CancellationToken.None);

        var overwritten = await study.Get<PointerRule>().DecideAsync(Entry(current.ReceivedAt), "\"overwritten\"", CancellationToken.None);
        var newest = await study.Get<PointerRule>().DecideAsync(Entry(current.ReceivedAt), inInbox!, CancellationToken.None);

        Assert.True(overwritten.IsSuperseded);
        Assert.NotNull(newest.Move);
    }

    private static LedgerEntry Entry(DateTimeOffset uploadedAt) => new()
    {
        Site = Site,
        SubmissionId = SubmissionId.Of(uploadedAt, "0123456789abcdef"),
        Document = "visits.csv",
        Sha256 = "0123456789abcdef",
        Status = SubmissionStatus.Processing,
        ReceivedAt = uploadedAt,
    };
}
