using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class OtherWorkersTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task A_submission_that_is_settled_and_has_its_receipt_is_not_waited_for()
    {
        var final = await SettleAsync(await BeginAsync());
        await WriteReceiptAsync(final);

        var (settled, pauses) = await WaitAsync(final, _ => Task.CompletedTask);

        Assert.Equal((final.SubmissionId, SubmissionStatus.Failed, 0), (settled.SubmissionId, settled.Status, pauses));
    }

    [Fact]
    public async Task The_other_workers_verdict_and_then_its_receipt_are_waited_for()
    {
        var ours = await BeginAsync();
        var theirs = await BeginAsync();

        var (settled, pauses) = await WaitAsync(ours, async pause =>
        {
            if (pause == 3)
            {
                theirs = await SettleAsync(theirs);
            }
            else if (pause == 5)
            {
                await WriteReceiptAsync(theirs);
            }
        });

        Assert.True(settled.SaysTheSameAs(theirs));
        Assert.Equal(5, pauses);
    }

    [Fact]
    public async Task A_receipt_that_does_not_follow_within_five_seconds_is_taken_for_lost()
    {
        var final = await SettleAsync(await BeginAsync());

        var (settled, pauses) = await WaitAsync(final, _ => Task.CompletedTask);

        Assert.Equal((SubmissionStatus.Failed, TimeSpan.FromSeconds(5)), (settled.Status, pauses * Pause));
    }

    [Fact]
    public async Task After_seventy_five_seconds_without_a_verdict_the_host_is_to_try_again()
    {
        var ours = await BeginAsync();
        var waited = 0;

        await Assert.ThrowsAsync<TimeoutException>(() => WaitAsync(ours, pause => Task.FromResult(waited = pause)));

        Assert.Equal(TimeSpan.FromSeconds(75), waited * Pause);
    }

    /// <param name="afterPause">Happens before the clock moves on, with the number of the pause from 1.</param>
    private async Task<(LedgerEntry Settled, int Pauses)> WaitAsync(LedgerEntry ours, Func<int, Task> afterPause)
    {
        var waiting = study.Get<OtherWorkers>().WaitAsync(ours, CancellationToken.None);
        for (var pauses = 0; pauses < 1_000; pauses++)
        {
            while (study.Time.Waiting == 0 && !waiting.IsCompleted)
            {
                await Task.Yield();
            }

            if (waiting.IsCompleted)
            {
                return (await waiting, pauses);
            }

            await afterPause(pauses + 1);
            study.Time.Advance(Pause);
        }

        throw new InvalidOperationException("It waits for ever.");
    }

    private Task<LedgerEntry> BeginAsync() => study.Stores.Ledger.BeginAsync(
        SiteCode.Parse("site-a"), SubmissionId.Of(study.Time.GetUtcNow(), "0123456789abcdef"), "visits.csv", "0123456789abcdef", "\"etag\"", study.Time.GetUtcNow(), CancellationToken.None);

    private async Task<LedgerEntry> SettleAsync(LedgerEntry begun)
    {
        var final = begun with { Status = SubmissionStatus.Failed, CompletedAt = begun.ReceivedAt };
        Assert.Equal(CommitOutcome.Committed, await study.Stores.Ledger.CommitAsync(final, move: null, rememberBytes: false, CancellationToken.None));
        return final;
    }

    private Task<Receipt> WriteReceiptAsync(LedgerEntry final) => study.Get<ReceiptDesk>().WriteAsync(final, verdict: null, annotated: null, CancellationToken.None);
}
