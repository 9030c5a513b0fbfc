using System.Text.Json;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class IngestInboxEventTests : IDisposable
{
    private const string Csv = "subject_id,study day,mrss,tpn\nP-01,1,20,N\n";

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task A_CloudEvent_of_a_finished_upload_leads_to_a_receipt()
    {
        await study.DropAsync("site-a/visits.csv", Csv);

        var result = await TellAsync(Event("site-a/visits.csv"));

        Assert.Equal(("site-a", 1), (result!.Site, result.RowsAccepted));
        Assert.Equal("visits.csv", (await study.ReceiptAsync("site-a", result.SubmissionId)).Document);
    }

    [Fact]
    public async Task An_event_in_the_schema_of_Event_Grid_says_the_same()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        var message = Event("site-a/visits.csv").Replace("\"type\"", "\"eventType\"", StringComparison.Ordinal).Replace("\"source\"", "\"topic\"", StringComparison.Ordinal);

        Assert.Equal(1, (await TellAsync(message))!.RowsAccepted);
    }

    [Theory]
    [InlineData("evidence", "Microsoft.Storage.BlobCreated", "PutBlob", "site-a/visits.csv")]
    [InlineData("submissions-old", "Microsoft.Storage.BlobCreated", "PutBlob", "site-a/visits.csv")]
    [InlineData("submissions", "Microsoft.Storage.BlobDeleted", "DeleteBlob", "site-a/visits.csv")]
    [InlineData("submissions", "Microsoft.Storage.BlobTierChanged", "SetBlobTier", "site-a/visits.csv")]
    [InlineData("submissions", "Microsoft.Storage.DirectoryCreated", "CreateDirectory", "site-a/march")]
    [InlineData("submissions", "Microsoft.Storage.BlobCreated", "PutBlob", "site-a/march/")]
    public async Task Other_containers_other_events_and_folders_are_passed_over(string container, string type, string api, string name)
    {
        await study.DropAsync("site-a/visits.csv", Csv);

        Assert.Null(await TellAsync(Event(name, container, type, api)));

        Assert.Empty(await LedgerAsync());
    }

    [Theory]
    [InlineData("CreateFile", "FlushWithClose")]
    [InlineData("SftpCreate", "SftpCommit")]
    public async Task The_first_event_of_a_file_that_is_still_empty_is_passed_over_and_the_last_one_brings_the_receipt(string begun, string finished)
    {
        await study.DropAsync("site-a/visits.csv", "");
        var early = await TellAsync(Event("site-a/visits.csv", api: begun, length: 0));
        await study.DropAsync("site-a/visits.csv", Csv);
        var late = await TellAsync(Event("site-a/visits.csv", api: finished));

        Assert.Null(early);
        Assert.Equal(SubmissionStatus.AcceptedWithWarnings, late!.Status);
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task The_same_event_twice_and_an_old_event_after_a_new_one_change_nothing()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        var first = await TellAsync(Event("site-a/visits.csv"));
        await study.DropAsync("site-a/visits.csv", Csv.Replace("20", "21", StringComparison.Ordinal));
        var second = await TellAsync(Event("site-a/visits.csv"));

        var again = await TellAsync(Event("site-a/visits.csv"));

        Assert.NotEqual(first!.SubmissionId, second!.SubmissionId);
        Assert.Equal(second, again);
        Assert.Equal(2, (await LedgerAsync()).Count);
        Assert.Single(await study.OutcomesAsync(), line => line.Contains(",mrss_total,21,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_of_a_document_that_is_gone_again_is_done_with()
    {
        var result = await TellAsync(Event("site-a/visits.csv"));

        Assert.Equal("", result!.SubmissionId);
        Assert.Empty(await LedgerAsync());
    }

    [Theory]
    [InlineData("site-a/随访 100% #1.csv", "site-a/随访 100% #1.csv")]
    [InlineData("site-a/a%20b.csv", "site-a/a%20b.csv")]
    [InlineData("site-a/%E9%9A%8F%E8%AE%BF.csv", "site-a/随访.csv")]
    public void The_name_is_the_one_that_the_address_agrees_with(string inSubject, string name) =>
        Assert.Equal(name, InboxEvent.Read(Event(inSubject, url: $"https://study.blob.core.windows.net/submissions/{Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)}"))!.BlobName);

    [Theory]
    [InlineData("what is this?")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"Microsoft.Storage.BlobCreated\",\"subject\":\"/blobServices/default/containers/submissions/blobs/site-a/visits.csv\"}")]
    [InlineData("{\"type\":7,\"subject\":\"x\",\"data\":{}}")]
    public async Task What_is_no_event_is_a_fault_that_does_not_repeat_the_text(string message)
    {
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => TellAsync(message));

        Assert.DoesNotContain("visits", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("what is this", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_sees_events_that_failed_five_times_has_them_processed_or_drops_them()
    {
        await study.DropAsync("site-a/visits.csv", Csv);
        await study.Stores.PoisonEvents.AddAsync(Event("site-a/visits.csv"), CancellationToken.None);
        await study.Stores.PoisonEvents.AddAsync("what is this?", CancellationToken.None);
        var desk = study.Get<PoisonDesk>();
        var listed = await desk.ListAsync(CancellationToken.None);

        var done = await desk.RequeueAsync(listed[0], "lee", CancellationToken.None);
        var strange = await desk.RequeueAsync(listed[1], "lee", CancellationToken.None);

        Assert.Equal(
            [(PoisonKind.Event, "site-a", "visits.csv"), (PoisonKind.Event, "_unassigned", null)],
            listed.Select(item => (item.Kind, item.Site, item.Document)));
        Assert.Equal(SubmissionStatus.AcceptedWithWarnings, done.Status);
        Assert.Contains("does not say which blob", strange.Note, StringComparison.Ordinal);
        Assert.Equal(listed[1].Id, Assert.Single(await desk.ListAsync(CancellationToken.None)).Id);
        Assert.True(await desk.DropAsync(listed[1], "lee", CancellationToken.None));
        Assert.Empty(await desk.ListAsync(CancellationToken.None));
    }

    private static string Event(
        string name, string container = "submissions", string type = "Microsoft.Storage.BlobCreated", string api = "PutBlob", int length = 40, string? url = null) =>
        JsonSerializer.Serialize(new
        {
            specversion = "1.0",
            id = "0f8fad5b-d9cb-469f-a165-70867728950e",
            source = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/study",
            subject = $"/blobServices/default/containers/{container}/blobs/{name}",
            time = "2026-03-02T08:01:00Z",
            type,
            data = new { api, eTag = "0x8DE0", contentLength = length, url = url ?? $"https://study.blob.core.windows.net/{container}/{name}", sequencer = "01" },
        });

    private Task<IngestResult?> TellAsync(string message) => study.Get<IIngestInboxEvent>().RunAsync(message, CancellationToken.None);

    private async Task<IReadOnlyList<string>> LedgerAsync() =>
        [.. (await study.Stores.Ledger.ListAsync(SiteCode.Parse("site-a"), CancellationToken.None)).Select(entry => entry.SubmissionId.Value)];
}
