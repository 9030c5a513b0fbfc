using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage;
using SscPipeline.Storage.Blobs;
using SscPipeline.Storage.Inbox;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Workflows.Tests.Api;

public sealed class ApiAnswersTests
{
    private static readonly SiteCode Site = SiteCode.Parse("site-a");

    [Fact]
    public async Task A_submission_that_was_begun_and_has_no_receipt_is_pending()
    {
        using var study = new MemoryStudy();
        var files = study.Get<SiteFiles>();
        var id = SubmissionId.Of(study.Time.GetUtcNow(), new string('a', 64));

        var unknown = await files.IsPendingAsync(Site, id, CancellationToken.None);
        await study.Stores.Ledger.BeginAsync(Site, id, "v.csv", new string('a', 64), "tag", study.Time.GetUtcNow(), CancellationToken.None);

        Assert.False(unknown);
        Assert.True(await files.IsPendingAsync(Site, id, CancellationToken.None));
        Assert.Null(await files.ReceiptAsync(Site, id, FileForm.Json, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_names_a_person_has_no_annotated_copy_over_HTTP_either()
    {
        using var study = new MemoryStudy();
        var receipt = await study.SendAsync("site-a/v.csv", "subject_id,patient name,mrss\nP-01,Erika Mustermann,20\n");

        Assert.Equal(SubmissionStatus.Rejected, receipt.Status);
        Assert.Null(await study.Get<SiteFiles>().AnnotatedAsync(Site, SubmissionId.Parse(receipt.SubmissionId), CancellationToken.None));
    }

    [Fact]
    public async Task A_check_writes_nothing_at_all()
    {
        using var study = new MemoryStudy();
        await study.SendAsync("site-a/subjects.csv", "subject_id,sex,first dose date\nP-01,F,2025-06-03\n");
        var before = await ContentAsync(study);

        await study.Get<FileCheck>().RunForSiteAsync(
            new FileToCheck(Site, "v.csv", Language.English, FileForm.Json), new MemoryStream("subject_id,visit date,mrss\nP-01,2025-06-03,20\n"u8.ToArray()), CancellationToken.None);

        Assert.Equal(before, await ContentAsync(study));
    }

    [Fact]
    public async Task Health_asks_storage_once_in_ten_seconds_and_tells_when_it_is_away()
    {
        var time = new Testing.ManualTime(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var inbox = new FailingInbox();
        using var probe = new StorageProbe(Stores.InMemory(time) with { Inbox = inbox }, time);

        Assert.True(await probe.IsWellAsync(CancellationToken.None));
        inbox.IsAway = true;
        Assert.True(await probe.IsWellAsync(CancellationToken.None));
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.False(await probe.IsWellAsync(CancellationToken.None));
        Assert.Equal(2, inbox.Asked);
    }

    private static async Task<string> ContentAsync(MemoryStudy study)
    {
        var receipts = await study.Stores.Receipts.ListAsync(CancellationToken.None).Select(blob => blob.Name + blob.ETag).ToListAsync();
        var inbox = await study.Stores.Inbox.ListAsync(CancellationToken.None).Select(blob => blob.Name + blob.ETag).ToListAsync();
        var ledger = (await study.Stores.Ledger.ListAsync(Site, CancellationToken.None)).Select(entry => entry.SubmissionId.Value + entry.ETag);
        var extract = await study.Stores.Extracts.ReadAsync(Site, CancellationToken.None);
        return string.Join('|', [.. receipts, .. inbox, .. ledger, extract is null ? "none" : Convert.ToHexString(extract)]);
    }

    private sealed class FailingInbox : IInbox
    {
        public bool IsAway { get; set; }

        public int Asked { get; private set; }

        public Task<string?> CurrentETagAsync(string blobName, CancellationToken cancellationToken)
        {
            Asked++;
            return IsAway ? throw new Azure.RequestFailedException(503, "away") : Task.FromResult<string?>(null);
        }

        public Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WrittenBlob> DropAsync(string blobName, Stream content, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
