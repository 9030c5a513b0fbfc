using Azure.Core;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Tests.Azurite;
using SscPipeline.Storage.Tests.DataTables;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Resilience;

/// <summary>The service did what it was asked, and its answer never came.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LostAnswerTests(StorageFixture azurite)
{
    private readonly SiteCode site = Site();

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 10)];

    [Fact]
    public async Task A_beginning_whose_answer_was_lost_is_recognised_as_ones_own()
    {
        var transport = LosingFirst(IsTransaction, after: 1);

        var begun = await transport.Over(azurite).Ledger.BeginAsync(site, Submission(5), "a.csv", Sha("a"), "0x8DC0FFEE", Day(5), Never);

        Assert.Equal(6, transport.Requests);
        Assert.Equal(1, begun.Attempt);
        Assert.Equal(begun.ETag, (await azurite.Stores.Ledger.FindAsync(site, Submission(5), Never))!.ETag);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_recognised_as_ones_own()
    {
        var begun = await azurite.Stores.Ledger.BeginAsync(site, Submission(5), "a.csv", Sha("a"), "0x8DC0FFEE", Day(5), Never);
        var final = begun with { Status = SubmissionStatus.Accepted, CompletedAt = Day(6) };
        var transport = LosingFirst(IsTransaction);

        var outcome = await transport.Over(azurite).Ledger.CommitAsync(final, new PointerMove("a.csv", Submission(5), null), true, Never);

        Assert.Equal(CommitOutcome.Committed, outcome);
        Assert.Equal(Submission(5), Assert.Single(await azurite.Stores.Ledger.CurrentAsync(site, Never)).SubmissionId);
    }

    [Fact]
    public async Task Evidence_whose_answer_was_lost_is_kept()
    {
        var transport = LosingFirst(request => request.Method == RequestMethod.Put);

        await transport.Over(azurite).Evidence.SaveAsync(Sha(site.Value), Stream(site.Value), Never);

        await using var kept = await azurite.Stores.Evidence.OpenAsync(Sha(site.Value), Never);
        Assert.Equal(site.Value.Length, kept!.Facts.Length);
        Assert.True(transport.Requests >= 2);
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task On_a_network_that_loses_every_third_message_nothing_is_lost_doubled_or_half_done(int seed)
    {
        var random = new Random(seed);
        var chance = new Lock();
        bool Happens()
        {
            lock (chance)
            {
                return random.Next(6) == 0;
            }
        }

        var transport = new CountingTransport
        {
            Answer = (_, _) => Happens() ? Storage.Busy() : null,
            Answered = (_, _) => _ = Happens() ? throw new IOException("lost") : 0,
        };
        var stores = transport.Over(azurite, Storage.Quick with { Retries = 12 });
        string? pointer = null;
        for (var day = 1; day <= 4; day++)
        {
            OutcomeRow[] rows = [.. Enumerable.Range(0, 150).Select(n => new OutcomeRow(RecordKind.Subject, $"{n}", []) { Sheet = "S", Row = n })];
            var begun = await stores.Ledger.BeginAsync(site, Submission(day), "a.csv", Sha("a"), "0x8DC0FFEE", Day(day), Never);
            await stores.Outcomes.SaveAsync(site, Submission(day), rows, attempt: 1, isRepeat: false, Never);
            var final = begun with { Status = SubmissionStatus.Accepted, CompletedAt = Day(day), RowsRead = 150 };

            Assert.Equal(CommitOutcome.Committed, await stores.Ledger.CommitAsync(final, new PointerMove("a.csv", Submission(day), pointer), true, Never));
            Assert.Equal(150, (await stores.Outcomes.ReadAsync(site, Submission(day), Never)).Length);
            pointer = Assert.Single(await stores.Ledger.CurrentAsync(site, Never)).ETag;
        }

        var listed = await azurite.Stores.Ledger.ListAsync(site, Never);
        Assert.Equal(4, listed.Length);
        Assert.All(listed, entry => Assert.Equal((SubmissionStatus.Accepted, 1, 150), (entry.Status, entry.Attempt, entry.RowsRead)));
        Assert.Equal(Submission(1), (await azurite.Stores.Ledger.FindAcceptedBytesAsync(site, Sha("a"), Never))!.SubmissionId);
    }

    private static bool IsTransaction(Request request) => request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);

    /// <param name="after">So many of these get their answer first.</param>
    private static CountingTransport LosingFirst(Func<Request, bool> which, int after = 0)
    {
        var left = after + 1;
        return new CountingTransport
        {
            Answered = (_, request) =>
            {
                if (which(request) && Interlocked.Decrement(ref left) == 0)
                {
                    throw new IOException("The answer was lost.");
                }
            },
        };
    }
}
