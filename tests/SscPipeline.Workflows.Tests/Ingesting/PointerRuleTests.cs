using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class PointerRuleTests : IDisposable
{
    private static readonly SiteCode Site = SiteCode.Parse("site-a");

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task A_first_version_becomes_current_and_replaces_nothing()
    {
        await MakeCurrentAsync(Upload(9), document: "labs.csv");

        var decision = await DecideAsync(Upload(8));

        Assert.Equal(new PointerDecision(new PointerMove("visits.csv", Upload(8), null), null, false), decision);
    }

    [Fact]
    public void What_is_not_accepted_moves_nothing_replaces_nothing_and_was_replaced_by_nothing() =>
        Assert.Equal(new PointerDecision(null, null, false), PointerDecision.None);

    [Fact]
    public async Task A_newer_upload_becomes_current_in_the_place_of_what_was_seen()
    {
        await MakeCurrentAsync(Upload(8));

        var decision = await DecideAsync(Upload(9));

        Assert.Equal(new PointerDecision(new PointerMove("visits.csv", Upload(9), await ETagAsync()), Upload(8), false), decision);
    }

    [Fact]
    public async Task An_older_upload_stays_out_of_use()
    {
        await MakeCurrentAsync(Upload(9));

        Assert.Equal(new PointerDecision(null, null, true), await DecideAsync(Upload(8)));
    }

    [Fact]
    public async Task An_upload_that_is_current_already_is_made_so_again_and_replaces_nothing()
    {
        await MakeCurrentAsync(Upload(8));

        var decision = await DecideAsync(Upload(8));

        Assert.Equal(new PointerDecision(new PointerMove("visits.csv", Upload(8), await ETagAsync()), null, false), decision);
    }

    [Fact]
    public async Task A_replay_takes_the_place_of_its_upload_and_an_earlier_replay_does_not_take_that_of_a_later_one()
    {
        var (second, third) = (Upload(8).Replayed(), Upload(8).Replayed().Replayed());
        await MakeCurrentAsync(Upload(8));

        var decision = await DecideAsync(third);
        await MakeCurrentAsync(third);

        Assert.Equal((Upload(8), third, false), (decision.Replaces, decision.Move!.Newest, decision.IsSuperseded));
        Assert.Equal(new PointerDecision(null, null, true), await DecideAsync(second));
    }

    [Fact]
    public async Task A_replay_of_an_older_upload_that_is_current_leaves_the_newest_upload_remembered()
    {
        await MakeCurrentAsync(Upload(9));
        await MakeCurrentAsync(Upload(7), newest: Upload(9));

        var decision = await DecideAsync(Upload(7).Replayed());

        Assert.Equal((Upload(7), Upload(9)), (decision.Replaces, decision.Move!.Newest));
    }

    [Fact]
    public async Task An_operators_word_puts_an_older_upload_in_the_place_of_the_one_that_was_named_and_of_no_other()
    {
        var replay = Upload(7).Replayed();
        await MakeCurrentAsync(Upload(9));

        var named = await DecideAsync(replay, takesPlaceOf: Upload(9));
        var other = await DecideAsync(replay, takesPlaceOf: Upload(8));

        Assert.Equal(new PointerDecision(new PointerMove("visits.csv", replay, await ETagAsync()) { Newest = Upload(9) }, Upload(9), false), named);
        Assert.Equal(new PointerDecision(null, null, true), other);
    }

    [Fact]
    public async Task While_an_older_upload_is_current_only_what_is_newer_than_all_replaces_it()
    {
        await MakeCurrentAsync(Upload(9));
        await MakeCurrentAsync(Upload(7), newest: Upload(9));

        Assert.True((await DecideAsync(Upload(8))).IsSuperseded);
        Assert.True((await DecideAsync(Upload(9).Replayed())).IsSuperseded);
        Assert.True((await DecideAsync(Upload(9), eTag: await DropAsync())).IsSuperseded);
        Assert.Equal(Upload(7), (await DecideAsync(Upload(10))).Replaces);
    }

    [Fact]
    public async Task Within_one_second_only_what_lies_in_the_inbox_is_newest_whatever_the_ids_say()
    {
        await MakeCurrentAsync(Upload(9, milliseconds: 500));
        var inInbox = await DropAsync();

        Assert.False((await DecideAsync(Upload(9, milliseconds: 1), inInbox)).IsSuperseded);
        Assert.True((await DecideAsync(Upload(9, milliseconds: 999), "\"overwritten\"")).IsSuperseded);
        Assert.True((await DecideAsync(Upload(8), inInbox)).IsSuperseded);
        Assert.False((await DecideAsync(Upload(10), "\"overwritten\"")).IsSuperseded);
    }

    private Task<PointerDecision> DecideAsync(SubmissionId submission, string eTag = "\"any\"", SubmissionId? takesPlaceOf = null) =>
        study.Get<PointerRule>().DecideAsync(Entry(submission) with { TakesPlaceOf = takesPlaceOf?.Value }, eTag, CancellationToken.None);

    private async Task MakeCurrentAsync(SubmissionId submission, SubmissionId? newest = null, string document = "visits.csv")
    {
        var begun = await study.Stores.Ledger.BeginEntryAsync(Entry(submission) with { Document = document }, CancellationToken.None);
        var move = new PointerMove(document, submission, await ETagAsync()) { Newest = newest ?? submission };
        Assert.Equal(
            CommitOutcome.Committed,
            await study.Stores.Ledger.CommitAsync(begun with { Status = SubmissionStatus.Accepted }, move, rememberBytes: false, CancellationToken.None));
    }

    private async Task<string?> ETagAsync() =>
        (await study.Stores.Ledger.CurrentAsync(Site, CancellationToken.None)).SingleOrDefault(pointer => pointer.Document == "visits.csv")?.ETag;

    private async Task<string> DropAsync()
    {
        await study.DropAsync("site-a/visits.csv", "what lies there now");
        return (await study.Stores.Inbox.CurrentETagAsync("site-a/visits.csv", CancellationToken.None))!;
    }

    private static SubmissionId Upload(int minute, int milliseconds = 0) =>
        SubmissionId.Of(new DateTimeOffset(2026, 3, 2, 6, minute, 0, milliseconds, TimeSpan.Zero), $"{minute:D5}{milliseconds:D5}");

    private static LedgerEntry Entry(SubmissionId submission) => new()
    {
        Site = Site,
        SubmissionId = submission,
        Document = "visits.csv",
        Sha256 = "0123456789abcdef",
        ReceivedAt = submission.UploadedAt,
    };
}
