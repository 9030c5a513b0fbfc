using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Workflows.Tests.Replaying;

public sealed class ReplayTests : IDisposable
{
    private const string Heading = "subject_id,study day,mrss,albumin (g/L)\n";
    private const string OneImpossible = Heading + "P-01,1,20,40\nP-01,183,60,41\n";

    private static readonly SiteCode Site = SiteCode.Parse("site-a");

    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public async Task Under_a_changed_setting_a_replay_of_the_site_gives_new_results_and_keeps_the_old_ones()
    {
        var first = await study.SendAsync("site-a/visits.csv", OneImpossible);
        var before = await RowsAsync(first.SubmissionId);
        using var changed = study.With(("Ssc:Acceptance", "Rows"));

        var found = await changed.Get<ReplayDesk>().FindAsync(new ReplayRequest { Site = Site }, CancellationToken.None);
        var result = await changed.ReplayAsync(Assert.Single(found).Submission.Value);

        var receipt = await study.ReceiptAsync("site-a", result.SubmissionId!);
        Assert.Equal((first.SubmissionId + "-r2", first.SubmissionId, first.SubmissionId), (receipt.SubmissionId, receipt.ReplayOf, receipt.Replaces));
        Assert.Equal((2, 1), (result.Before.RowsAccepted, result.After!.RowsAccepted));
        Assert.Equal(new OutcomeCounts(0, 0, 1, 2), receipt.Outcomes);
        Assert.True(result.IsCurrent);
        Assert.Equal(before, await RowsAsync(first.SubmissionId));
        Assert.NotNull(await study.ReceiptAsync("site-a", first.SubmissionId));
        Assert.DoesNotContain(await study.OutcomesAsync(), line => line.Contains(",183,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replaying_twice_changes_nothing_but_the_history()
    {
        var first = await study.SendAsync("site-a/visits.csv", OneImpossible);
        var outcomes = await study.OutcomesAsync();

        var second = await study.ReplayAsync(first.SubmissionId);
        var third = await study.ReplayAsync(first.SubmissionId);

        Assert.Equal((first.SubmissionId + "-r2", first.SubmissionId + "-r3"), (second.SubmissionId, third.SubmissionId));
        Assert.Equal(new OutcomeCounts(0, 0, 0, 3), third.Outcomes);
        Assert.Equal(outcomes.Select(Values), (await study.OutcomesAsync()).Select(Values));
        Assert.Equal(third.SubmissionId, await CurrentAsync());
    }

    [Fact]
    public async Task A_replay_of_an_older_upload_is_kept_for_comparison_and_stays_out_of_use()
    {
        var older = await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,20,40\n");
        var newer = await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,21,40\n");

        var replay = await study.ReplayAsync(older.SubmissionId);

        Assert.False(replay.IsCurrent);
        Assert.True((await study.ReceiptAsync("site-a", replay.SubmissionId!)).IsSuperseded);
        Assert.Equal(newer.SubmissionId, await CurrentAsync());
    }

    [Fact]
    public async Task An_older_upload_is_made_current_again_when_an_operator_says_so_and_what_comes_later_still_replaces_it()
    {
        var older = await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,20,40\n");
        await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,21,40\n");

        var replay = await study.ReplayAsync(older.SubmissionId, makesCurrent: true);
        var again = await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,20,40\n");
        var later = await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,22,40\n");

        Assert.True(replay.IsCurrent);
        Assert.Equal(new OutcomeCounts(0, 1, 0, 1), replay.Outcomes);
        Assert.Equal((replay.SubmissionId, replay.SubmissionId), (again.DuplicateOf!.SubmissionId, again.DuplicateOf.CurrentSubmissionId));
        Assert.Equal(replay.SubmissionId, later.Replaces);
        Assert.Equal(later.SubmissionId, await CurrentAsync());
    }

    [Fact]
    public async Task After_an_older_one_was_made_current_an_upload_from_between_that_comes_late_does_not_replace_it()
    {
        var older = await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,20,40\n");
        await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,21,40\n");
        var replay = await study.ReplayAsync(older.SubmissionId, makesCurrent: true);

        var decision = await study.Get<Workflows.Ingesting.PointerRule>().DecideAsync(
            new()
            {
                Site = Site,
                SubmissionId = SubmissionId.Of(older.ReceivedAt.AddSeconds(30), "0123456789abcdef"),
                Document = "visits.csv",
                Sha256 = "0123456789abcdef",
                ReceivedAt = older.ReceivedAt.AddSeconds(30),
            },
            "\"any\"",
            CancellationToken.None);

        Assert.True(decision.IsSuperseded);
        Assert.Equal(replay.SubmissionId, await CurrentAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_that_arrives_during_a_replay_wins(bool makesCurrent)
    {
        var older = await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,20,40\n");
        if (makesCurrent)
        {
            await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,21,40\n");
        }

        Receipt? arrived = null;
        using var disturbed = study.Over(study.Stores with
        {
            Outcomes = new DisturbedOutcomes(study.Stores.Outcomes, async () => arrived ??= await study.SendAsync("site-a/visits.csv", Heading + "P-01,1,22,40\n")),
        });

        var replay = await disturbed.ReplayAsync(older.SubmissionId, makesCurrent);

        Assert.False(replay.IsCurrent);
        Assert.True((await study.ReceiptAsync("site-a", replay.SubmissionId!)).IsSuperseded);
        Assert.Equal(arrived!.SubmissionId, await CurrentAsync());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_stores_nothing()
    {
        var first = await study.SendAsync("site-a/visits.csv", OneImpossible);
        using var changed = study.With(("Ssc:Acceptance", "Rows"));

        var result = await changed.ReplayAsync(first.SubmissionId, isDryRun: true);

        Assert.Equal((null, 2, 1, true), (result.SubmissionId, result.Before.RowsAccepted, result.After!.RowsAccepted, result.IsCurrent));
        Assert.Equal(1, result.Outcomes!.Withdrawn);
        Assert.Single(await study.Stores.Ledger.ListAsync(Site, CancellationToken.None));
        Assert.Empty(await study.Stores.Ledger.ActionsAsync(Site, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_rejected_is_accepted_by_a_replay_when_the_rules_have_changed()
    {
        using var strict = study.With(("Ssc:Acceptance", "AllOrNothing"));
        var rejected = await strict.SendAsync("site-a/visits.csv", OneImpossible);
        var found = await study.Get<ReplayDesk>().FindAsync(new ReplayRequest { Site = Site }, CancellationToken.None);

        var result = await study.ReplayAsync(Assert.Single(found).Submission.Value);

        Assert.Equal((SubmissionStatus.Rejected, SubmissionStatus.PartiallyAccepted), (rejected.Status, result.After!.Status));
        Assert.True(result.IsCurrent);
    }

    [Fact]
    public async Task Bytes_that_were_never_kept_cannot_be_replayed_and_the_operator_is_told_why()
    {
        var rejected = await study.SendAsync("site-a/visits.csv", "%PDF-1.7 not a workbook");
        await study.SendAsync("site-a/visits.csv", OneImpossible);
        var duplicate = await study.SendAsync("site-a/copy.csv", OneImpossible);

        var gone = await study.ReplayAsync(rejected.SubmissionId);
        var twice = await study.ReplayAsync(duplicate.SubmissionId);

        Assert.Equal((null, null), (gone.SubmissionId, gone.After));
        Assert.Contains("not kept as evidence", gone.NotReplayed, StringComparison.Ordinal);
        Assert.Contains($"came first as {duplicate.DuplicateOf!.SubmissionId}", twice.NotReplayed, StringComparison.Ordinal);
        Assert.Equal(3, (await study.Stores.Ledger.ListAsync(Site, CancellationToken.None)).Length);
    }

    private async Task<string?> CurrentAsync() =>
        Assert.Single(await study.Stores.Ledger.CurrentAsync(Site, CancellationToken.None)).SubmissionId.Value;

    private async Task<string[]> RowsAsync(string submission) =>
    [
        .. (await study.Stores.Outcomes.ReadAsync(Site, SubmissionId.Parse(submission), CancellationToken.None))
            .Select(row => $"{row.Key} {string.Join(",", row.Outcomes)}"),
    ];

    /// <summary>Without the place of the cell.</summary>
    private static string Values(string line) => string.Join(',', line.Split(',').Take(6));

    private sealed class DisturbedOutcomes(IOutcomeStore inner, Func<Task> meanwhile) : IOutcomeStore
    {
        public async Task<bool> SaveAsync(
            SiteCode site, SubmissionId submission, IReadOnlyList<Domain.Outcomes.OutcomeRow> rows, int attempt, bool isRepeat, CancellationToken cancellationToken)
        {
            await meanwhile();
            return await inner.SaveAsync(site, submission, rows, attempt, isRepeat, cancellationToken);
        }

        public Task<System.Collections.Immutable.ImmutableArray<Domain.Outcomes.OutcomeRow>> ReadAsync(
            SiteCode site, SubmissionId submission, CancellationToken cancellationToken) => inner.ReadAsync(site, submission, cancellationToken);

        public IAsyncEnumerable<Domain.Outcomes.OutcomeRow> StreamAsync(SiteCode site, SubmissionId submission, CancellationToken cancellationToken) =>
            inner.StreamAsync(site, submission, cancellationToken);

        public IAsyncEnumerable<System.Collections.Immutable.ImmutableArray<(SubmissionId Submission, Domain.Outcomes.OutcomeRow Row)>> SubjectsAsync(
            SiteCode site, IReadOnlyList<SubmissionId> submissions, SavedRows? saved, CancellationToken cancellationToken) =>
            inner.SubjectsAsync(site, submissions, saved, cancellationToken);
    }
}
