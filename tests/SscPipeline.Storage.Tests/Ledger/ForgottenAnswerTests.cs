using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Ledger;

/// <summary>What was carried out and answered with a conflict is recognised by what it says.</summary>
public sealed class ForgottenAnswerTests
{
    private readonly ForgetfulTable table = new();
    private readonly SubmissionLedger ledger;
    private readonly SiteCode site = Site();

    public ForgottenAnswerTests() => ledger = new SubmissionLedger(table);

    [Fact]
    public async Task A_beginning_is_counted_once_and_has_the_etag_that_a_commit_needs()
    {
        await BeginAsync(4);
        table.Forgets = 1;

        var begun = await BeginAsync(5);

        Assert.Equal(1, begun.Attempt);
        Assert.Equal(begun.Claim, Assert.Single(await ledger.MarksAsync(Never)).Mark);
        Assert.Equal(CommitOutcome.Committed, await ledger.CommitAsync(Final(begun), null, false, Never));
    }

    [Fact]
    public async Task A_commit_is_committed_and_what_another_settled_is_a_conflict()
    {
        var begun = await BeginAsync(5);
        table.Forgets = 1;

        Assert.Equal(CommitOutcome.Committed, await ledger.CommitAsync(Final(begun), null, true, Never));
        Assert.Equal(CommitOutcome.Conflict, await ledger.CommitAsync(Final(begun) with { Status = SubmissionStatus.Rejected }, null, true, Never));
    }

    [Fact]
    public async Task A_commit_that_was_answered_asks_nothing_more()
    {
        var begun = await BeginAsync(5);
        var before = table.Reads;

        await ledger.CommitAsync(Final(begun), null, false, Never);

        Assert.Equal(before, table.Reads);
    }

    [Fact]
    public async Task An_operators_deed_is_noted_once()
    {
        var deed = new OperatorAction(site, "message/1", OperatorDeed.Dropped, "dm", Day(5), null);
        table.Forgets = 1;

        await ledger.NoteAsync(deed, Never);
        await ledger.NoteAsync(deed with { By = "another" }, Never);

        var actions = await ledger.ActionsAsync(site, Never);
        Assert.Equal([("another", Day(5).AddTicks(1)), ("dm", Day(5))], actions.Select(action => (action.By, action.At)));
    }

    [Fact]
    public async Task A_site_is_written_down_once_in_a_process_and_marked_at_each_beginning_also_when_an_answer_is_missing()
    {
        table.Forgets = 1;

        await BeginAsync(5);
        var first = Assert.Single(await ledger.MarksAsync(Never));
        await BeginAsync(5);
        var second = Assert.Single(await ledger.MarksAsync(Never));

        Assert.Equal(1 + 2 + 2, table.Transactions);
        Assert.Equal((site, site), (first.Site, second.Site));
        Assert.NotEqual(first.Mark, second.Mark);
    }

    [Fact]
    public async Task A_beginning_without_its_own_etag_cannot_be_committed()
    {
        var begun = await BeginAsync(5);

        await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(Final(begun) with { ETag = "" }, null, false, Never));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(
            Final(new LedgerEntry { Site = site, SubmissionId = Submission(5), Document = "a.csv", Sha256 = Sha("a"), ReceivedAt = Day(5) }), null, false, Never));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(begun, null, false, Never));
    }

    [Fact]
    public async Task A_renewed_mark_is_another_one_of_sixteen_hex_digits()
    {
        var begun = await BeginAsync(5);

        await ledger.RenewMarkAsync(site, Never);

        var mark = Assert.Single(await ledger.MarksAsync(Never)).Mark;
        Assert.Matches("^[0-9a-f]{16}$", mark);
        Assert.NotEqual(begun.Claim, mark);
    }

    [Fact]
    public async Task A_claim_is_sixteen_hex_digits_that_no_other_beginning_has()
    {
        var (first, second) = (await BeginAsync(5), await BeginAsync(5));

        Assert.Matches("^[0-9a-f]{16}$", first.Claim);
        Assert.NotEqual(first.Claim, second.Claim);
    }

    private Task<LedgerEntry> BeginAsync(int day) => ledger.BeginAsync(site, Submission(day), "a.csv", Sha("a"), "\"etag\"", Day(day), Never);

    private static LedgerEntry Final(LedgerEntry begun) => begun with { Status = SubmissionStatus.Accepted, CompletedAt = Day(9) };
}
