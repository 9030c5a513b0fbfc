using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Tests.Azurite;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Contracts;

public abstract class LedgerContract(Stores stores)
{
    private const string UploadETag = "0x8DC0FFEE";
    private const string Document = "Visits (März) #1 随访/100%.xlsx";

    private readonly ISubmissionLedger ledger = stores.Ledger;
    private readonly SiteCode site = Site();

    [Fact]
    public async Task Workers_who_begin_at_the_same_moment_each_have_an_attempt_of_their_own()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => BeginAsync(5))));

        Assert.Equal([1, 2, 3, 4, 5, 6], begun.Select(entry => entry.Attempt).Order());
        Assert.Equal(6, begun.Select(entry => entry.Claim).Distinct().Count());
        var commits = new List<CommitOutcome>();
        foreach (var entry in begun)
        {
            commits.Add(await ledger.CommitAsync(entry with { Status = SubmissionStatus.Rejected }, null, false, Never));
        }

        Assert.Single(commits, CommitOutcome.Committed);
    }

    [Fact]
    public async Task The_same_bytes_put_there_again_within_their_second_are_known_by_their_new_etag_too()
    {
        var begun = await BeginAsync(5);
        await ledger.CommitAsync(begun with { Status = SubmissionStatus.Accepted }, null, false, Never);

        var again = await ledger.BeginAsync(site, Submission(5), Document, Sha("content"), "0x8DC0FFFF", Day(5), Never);

        Assert.Equal((SubmissionStatus.Accepted, 1, "0x8DC0FFFF"), (again.Status, again.Attempt, again.UploadETag));
        Assert.Equal("0x8DC0FFFF", (await ledger.FindAsync(site, Submission(5), Never))!.UploadETag);
    }

    [Fact]
    public async Task A_pointer_remembers_the_newest_upload_while_an_older_one_is_current()
    {
        var first = await BeginAsync(6);
        await ledger.CommitAsync(first with { Status = SubmissionStatus.Accepted }, new PointerMove(Document, Submission(6), null), false, Never);
        var pointer = Assert.Single(await ledger.CurrentAsync(site, Never));
        var replay = await ledger.BeginEntryAsync(
            first with { SubmissionId = Submission(5).Replayed(), ReplayOf = Submission(5).Value, TakesPlaceOf = Submission(6).Value }, Never);

        await ledger.CommitAsync(
            replay with { Status = SubmissionStatus.Accepted },
            new PointerMove(Document, replay.SubmissionId, pointer.ETag) { Newest = pointer.Newest }, false, Never);

        var moved = Assert.Single(await ledger.CurrentAsync(site, Never));
        Assert.Equal((Submission(5).Replayed(), Submission(6)), (moved.SubmissionId, moved.Newest));
        var found = await ledger.FindAsync(site, replay.SubmissionId, Never);
        Assert.Equal((Submission(5).Value, Submission(6).Value, 1), (found!.ReplayOf, found.TakesPlaceOf, found.Attempt));
    }

    [Fact]
    public async Task What_operators_did_is_kept_newest_first_also_when_it_was_at_one_moment()
    {
        var dropped = new OperatorAction(site, "message/1", OperatorDeed.Dropped, "Dr. Li 李", Day(5), null);
        var requeued = dropped with { Deed = OperatorDeed.Requeued, Result = Submission(5).Replayed().Value };

        await ledger.NoteAsync(dropped, Never);
        await ledger.NoteAsync(requeued, Never);
        await ledger.NoteAsync(dropped with { Target = "message/2", At = Day(6) }, Never);

        var actions = await ledger.ActionsAsync(site, Never);
        Assert.Equal(["message/2", "message/1", "message/1"], actions.Select(action => action.Target));
        Assert.Equal([null, requeued.Result, null], actions.Select(action => action.Result));
        Assert.Equal(dropped, actions[^1]);
        Assert.Empty(await ledger.ListAsync(site, Never));
        Assert.Empty(await ledger.CurrentAsync(site, Never));
    }

    [Fact]
    public async Task A_submission_that_begins_is_in_the_ledger_as_processing()
    {
        var begun = await BeginAsync(5);

        Assert.Equal((SubmissionStatus.Processing, 1, Document, Day(5)), (begun.Status, begun.Attempt, begun.Document, begun.ReceivedAt));
        var found = await ledger.FindAsync(site, Submission(5), Never);
        Assert.True(found!.SaysTheSameAs(begun));
        Assert.Equal(begun.ETag, found.ETag);
        Assert.Null(await ledger.FindAsync(site, Submission(6), Never));
    }

    [Fact]
    public async Task Beginning_again_counts_the_attempt_until_the_submission_is_final()
    {
        await BeginAsync(5);
        var second = await BeginAsync(5);
        await ledger.CommitAsync(second with { Status = SubmissionStatus.Rejected, CompletedAt = Day(6) }, null, false, Never);
        var third = await BeginAsync(5);

        Assert.Equal(2, second.Attempt);
        Assert.Equal((2, SubmissionStatus.Rejected), (third.Attempt, third.Status));
    }

    [Fact]
    public async Task Another_document_of_the_same_bytes_and_second_does_not_take_over_the_entry()
    {
        var first = await BeginAsync(5);

        var second = await ledger.BeginAsync(site, Submission(5), "copy.csv", Sha("content"), "0x8DC0FFFF", Day(5), Never);

        Assert.Equal(Document, second.Document);
        Assert.True(second.SaysTheSameAs(first));
    }

    [Fact]
    public async Task Uploads_are_found_by_their_second_and_told_apart_by_their_etag()
    {
        await BeginAsync(5);
        await BeginAsync(6);

        var found = Assert.Single(await ledger.UploadedAtAsync(site, Day(5), Never));

        Assert.Equal((Submission(5), UploadETag), (found.SubmissionId, found.UploadETag));
        Assert.Empty(await ledger.UploadedAtAsync(site, Day(5).AddSeconds(1), Never));
    }

    [Fact]
    public async Task Everything_that_a_final_entry_says_comes_back()
    {
        var final = await BeginAsync(5) with
        {
            Status = SubmissionStatus.PartiallyAccepted,
            RowsRead = 120,
            RowsAccepted = 117,
            RowsWithheld = 3,
            Issues = ImmutableSortedDictionary<string, int>.Empty.Add("SSC-021", 4).Add("SSC-003", 1),
            Examined = ImmutableSortedDictionary<string, int>.Empty.Add("SSC-021", 12).Add("SSC-036", 40),
            CompletedAt = Day(6).AddTicks(1_234_567),
            DictionaryVersion = "2026.1",
            Replaces = Submission(4).Value,
            IsSuperseded = true,
        };

        Assert.Equal(CommitOutcome.Committed, await ledger.CommitAsync(final, null, false, Never));

        var read = await ledger.FindAsync(site, Submission(5), Never);
        Assert.True(read!.SaysTheSameAs(final));
        Assert.NotEqual(final.ETag, read.ETag);
    }

    [Fact]
    public async Task A_commit_makes_the_submission_current_and_its_bytes_known()
    {
        await AcceptAsync(5, null);

        var pointer = Assert.Single(await ledger.CurrentAsync(site, Never));
        var bytes = await ledger.FindAcceptedBytesAsync(site, Sha("content"), Never);
        Assert.Equal((Document, Submission(5)), (pointer.Document, pointer.SubmissionId));
        Assert.Equal(new AcceptedBytes(Submission(5), Document, Day(5)), bytes);
        Assert.Null(await ledger.FindAcceptedBytesAsync(site, Sha("other"), Never));
    }

    [Fact]
    public async Task A_correction_moves_the_pointer_and_the_first_bytes_stay_known()
    {
        await AcceptAsync(5, null);
        var pointer = Assert.Single(await ledger.CurrentAsync(site, Never));
        await AcceptAsync(7, pointer.ETag);

        Assert.Equal(Submission(7), Assert.Single(await ledger.CurrentAsync(site, Never)).SubmissionId);
        Assert.Equal(Submission(5), (await ledger.FindAcceptedBytesAsync(site, Sha("content"), Never))!.SubmissionId);
    }

    [Fact]
    public async Task Of_two_that_saw_the_same_pointer_one_commits_and_the_other_writes_nothing()
    {
        await AcceptAsync(5, null);
        var pointer = Assert.Single(await ledger.CurrentAsync(site, Never));
        var (one, other) = (Final(await BeginAsync(6)), Final(await BeginAsync(7)));

        var first = await ledger.CommitAsync(one, new PointerMove(Document, Submission(6), pointer.ETag), true, Never);
        var second = await ledger.CommitAsync(other, new PointerMove(Document, Submission(7), pointer.ETag), true, Never);

        Assert.Equal((CommitOutcome.Committed, CommitOutcome.Conflict), (first, second));
        Assert.Equal(Submission(6), Assert.Single(await ledger.CurrentAsync(site, Never)).SubmissionId);
        Assert.Equal(SubmissionStatus.Processing, (await ledger.FindAsync(site, Submission(7), Never))!.Status);
    }

    [Fact]
    public async Task A_document_that_got_its_first_pointer_meanwhile_is_a_conflict()
    {
        var late = Final(await BeginAsync(6));
        await AcceptAsync(5, null);

        Assert.Equal(CommitOutcome.Conflict, await ledger.CommitAsync(late, new PointerMove(Document, Submission(6), null), false, Never));
    }

    [Fact]
    public async Task A_worker_that_lost_its_submission_to_another_worker_cannot_commit_it()
    {
        var slow = await BeginAsync(5);
        await BeginAsync(5);

        Assert.Equal(CommitOutcome.Conflict, await ledger.CommitAsync(Final(slow), new PointerMove(Document, Submission(5), null), true, Never));
        Assert.Empty(await ledger.CurrentAsync(site, Never));
        Assert.Null(await ledger.FindAcceptedBytesAsync(site, Sha("content"), Never));
    }

    [Fact]
    public async Task Committing_the_same_again_is_committed()
    {
        var final = Final(await BeginAsync(5));
        var move = new PointerMove(Document, Submission(5), null);
        await ledger.CommitAsync(final, move, true, Never);

        Assert.Equal(CommitOutcome.Committed, await ledger.CommitAsync(final, move, true, Never));
        Assert.Equal(CommitOutcome.Conflict, await ledger.CommitAsync(final with { RowsRead = 1 }, move, true, Never));
    }

    [Fact]
    public async Task A_commit_that_is_not_final_or_not_of_the_same_submission_is_refused()
    {
        var begun = await BeginAsync(5);

        await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(begun, null, false, Never));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(Final(begun), new PointerMove("other.csv", Submission(5), null), false, Never));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(Final(begun), new PointerMove(Document, Submission(6), null), false, Never));
    }

    [Fact]
    public async Task Documents_with_long_or_strange_names_stay_apart()
    {
        var path = new string('长', 500);
        string[] documents = ["a/b.csv", "a!2Fb.csv", "a~b", "a\\b", "a?b#c", "a b", "A B", $"{path}1", $"{path}2", "\u0001\ud800x"];
        foreach (var (document, day) in documents.Select((document, index) => (document, index + 1)))
        {
            var begun = await ledger.BeginAsync(site, Submission(day), document, Sha("content"), UploadETag, Day(day), Never);
            await ledger.CommitAsync(Final(begun), new PointerMove(document, Submission(day), null), true, Never);
        }

        var current = await ledger.CurrentAsync(site, Never);
        Assert.Equal(
            documents.Select((document, index) => (document, Submission(index + 1))).ToHashSet(),
            current.Select(pointer => (pointer.Document, pointer.SubmissionId)).ToHashSet());
    }

    [Fact]
    public async Task The_list_is_newest_first_and_a_replay_is_newer_than_what_it_replays()
    {
        var replay = Submission(5);
        foreach (var day in new[] { 7, 5, 6 })
        {
            await BeginAsync(day);
        }

        for (var revision = 2; revision <= 10; revision++)
        {
            replay = replay.Replayed();
            await ledger.BeginAsync(site, replay, Document, Sha("content"), UploadETag, Day(5), Never);
        }

        var listed = await ledger.ListAsync(site, Never);

        Assert.Equal(12, listed.Length);
        Assert.Equal([Submission(7), Submission(6), replay], listed.Take(3).Select(entry => entry.SubmissionId));
        Assert.Equal(Submission(5), listed[^1].SubmissionId);
    }

    [Fact]
    public async Task A_site_is_known_from_its_first_submission_on()
    {
        Assert.DoesNotContain(site, await ledger.SitesAsync(Never));
        await BeginAsync(5);
        await ledger.BeginAsync(SiteCode.Unassigned, Submission(5), "stray.csv", Sha("x"), UploadETag, Day(5), Never);

        var sites = await ledger.SitesAsync(Never);

        Assert.Contains(site, sites);
        Assert.DoesNotContain(SiteCode.Unassigned, sites);
        Assert.Contains(await ledger.ListAsync(SiteCode.Unassigned, Never), entry => entry.Document == "stray.csv");
    }

    [Fact]
    public async Task A_site_has_another_mark_whenever_work_on_a_submission_has_begun_and_only_then()
    {
        var begun = await BeginAsync(5);
        var first = await MarkAsync();
        await ledger.CommitAsync(Final(begun), new PointerMove(Document, begun.SubmissionId, null), true, Never);
        var committed = await MarkAsync();
        await BeginAsync(5);
        var settledAlready = await MarkAsync();
        await BeginAsync(6);

        Assert.NotNull(first);
        Assert.Equal(first, committed);
        Assert.Equal(first, settledAlready);
        Assert.NotEqual(first, await MarkAsync());

        async Task<string?> MarkAsync() => (await ledger.MarksAsync(Never)).Single(one => one.Site == site).Mark;
    }

    [Fact]
    public async Task Of_many_workers_on_one_document_exactly_one_moves_the_pointer_each_time()
    {
        var committed = 0;
        await Parallel.ForEachAsync(Enumerable.Range(1, 8), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (day, _) =>
        {
            var final = Final(await BeginAsync(day));
            while (true)
            {
                var pointer = (await ledger.CurrentAsync(site, Never)).SingleOrDefault();
                if (await ledger.CommitAsync(final, new PointerMove(Document, final.SubmissionId, pointer?.ETag), true, Never) == CommitOutcome.Committed)
                {
                    Interlocked.Increment(ref committed);
                    return;
                }
            }
        });

        Assert.Equal(8, committed);
        Assert.All(await ledger.ListAsync(site, Never), entry => Assert.Equal(SubmissionStatus.Accepted, entry.Status));
    }

    private static LedgerEntry Final(LedgerEntry begun) => begun with { Status = SubmissionStatus.Accepted, CompletedAt = begun.ReceivedAt.AddSeconds(2) };

    private Task<LedgerEntry> BeginAsync(int day) => ledger.BeginAsync(site, Submission(day), Document, Sha("content"), UploadETag, Day(day), Never);

    private async Task AcceptAsync(int day, string? expectedETag) => Assert.Equal(
        CommitOutcome.Committed,
        await ledger.CommitAsync(Final(await BeginAsync(day)), new PointerMove(Document, Submission(day), expectedETag), true, Never));

    [Collection(AzuriteCollection.Name)]
    public sealed class OnAzure(StorageFixture azurite) : LedgerContract(azurite.Stores);

    public sealed class InMemory() : LedgerContract(Stores.InMemory(TimeProvider.System));
}
