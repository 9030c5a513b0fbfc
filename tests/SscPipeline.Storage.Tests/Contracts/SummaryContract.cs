using System.Collections.Immutable;
using SscPipeline.Storage.Deliveries;
using SscPipeline.Storage.Summaries;
using SscPipeline.Storage.Tests.Azurite;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Contracts;

public abstract class SummaryContract(Stores stores)
{
    [Fact]
    public async Task The_latest_summary_of_an_audience_is_the_one_generated_last()
    {
        var audience = $"audience-{Site()}";
        Assert.Null(await stores.Summaries.LatestAsync(audience, Never));
        foreach (var day in new[] { 6, 9, 7 })
        {
            Assert.True(await stores.Summaries.TryAddAsync(Entry(audience, day), null, [], Never));
        }

        Assert.True(await stores.Summaries.TryAddAsync(Entry(audience, 9), null, [], Never));
        Assert.True(await stores.Summaries.TryAddAsync(Entry($"{audience}x", 12), null, [], Never));

        var latest = await stores.Summaries.LatestAsync(audience, Never);

        Assert.Equal(Entry(audience, 9) with { Counts = latest!.Counts }, latest);
        Assert.Equal(Entry(audience, 9).Counts, latest.Counts);
    }

    [Fact]
    public async Task Of_all_who_claim_a_period_at_once_one_publishes_it_and_it_stays_published()
    {
        var audience = $"audience-{Site()}";

        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClaimAsync(audience, Day(7))));

        var claim = Assert.Single(claims, one => one is not null)!;
        Assert.True(await stores.Summaries.TryAddAsync(Entry(audience, 7), claim, [], Never));
        Assert.Null(await ClaimAsync(audience, Day(7).AddYears(1)));
        Assert.Equal(Day(7), (await stores.Summaries.FindClaimAsync(audience, "period", Never))!.PublishedAt);
    }

    [Fact]
    public async Task A_claim_whose_publisher_died_is_taken_over_after_a_time_and_the_late_one_changes_nothing()
    {
        var audience = $"audience-{Site()}";
        var dead = (await ClaimAsync(audience, Day(7)))!;

        Assert.Null(await ClaimAsync(audience, Day(7) + Patience - TimeSpan.FromSeconds(1)));
        var successor = (await ClaimAsync(audience, Day(7) + Patience))!;
        Assert.False(await stores.Summaries.TryAddAsync(Entry(audience, 7), dead, [new("email", "a@example.org")], Never));
        Assert.Null(await stores.Summaries.LatestAsync(audience, Never));
        Assert.Empty(await stores.Deliveries.NewestAsync(audience, 9, Never));

        Assert.True(await stores.Summaries.TryAddAsync(Entry(audience, 8), successor, [], Never));
        Assert.Equal((2, Day(8)), (successor.Attempt, (await stores.Summaries.LatestAsync(audience, Never))!.GeneratedAt));
    }

    [Fact]
    public async Task A_claim_that_was_released_is_free_and_one_that_was_taken_over_stays_with_its_taker()
    {
        var audience = $"audience-{Site()}";
        var first = (await ClaimAsync(audience, Day(7)))!;
        await stores.Summaries.ReleaseAsync(first, Never);
        var second = (await ClaimAsync(audience, Day(7)))!;

        await stores.Summaries.ReleaseAsync(first, Never);

        Assert.Null(await ClaimAsync(audience, Day(7)));
        Assert.Equal(second, await stores.Summaries.FindClaimAsync(audience, "period", Never));
    }

    [Fact]
    public async Task Deliveries_are_planned_with_their_report_and_move_for_one_writer_at_a_time()
    {
        var audience = $"audience-{Site()}";
        ImmutableArray<DeliveryTarget> targets = [new("webhook", "example.org"), new("email", "o'brien+ssc@example.org")];
        await stores.Summaries.TryAddAsync(Entry(audience, 7), null, [], Never);
        await stores.Summaries.TryAddAsync(Entry(audience, 8) with { Period = Day(8), NothingNewSince = Day(7), Fingerprint = "f" }, null, targets, Never);

        var planned = await stores.Deliveries.OfReportAsync(audience, Day(8), Never);
        var sent = await stores.Deliveries.TryUpdateAsync(planned[0] with { State = DeliveryState.Sent, Attempts = 2, Problem = "slow" }, Never);
        var late = await stores.Deliveries.TryUpdateAsync(planned[0] with { State = DeliveryState.Failed }, Never);

        Assert.Equal([targets[1], targets[0]], planned.Select(delivery => delivery.Target));
        Assert.All(planned, delivery => Assert.Equal((DeliveryState.Planned, 0, Day(8)), (delivery.State, delivery.Attempts, delivery.GeneratedAt)));
        Assert.Null(late);
        Assert.Equal<IEnumerable<DeliveryEntry>>([sent!, planned[1]], await stores.Deliveries.NewestAsync(audience, 9, Never));
        Assert.Empty(await stores.Deliveries.OfReportAsync(audience, Day(7), Never));
        var entry = await stores.Summaries.LatestAsync(audience, Never);
        Assert.Equal((Day(8), Day(7), "f"), (entry!.Period, entry.NothingNewSince, entry.Fingerprint));
    }

    private static TimeSpan Patience => TimeSpan.FromMinutes(10);

    private Task<PublicationClaim?> ClaimAsync(string audience, DateTimeOffset now) =>
        stores.Summaries.TryClaimAsync(audience, "period", now, Patience, Never);

    private static SummaryIndexEntry Entry(string audience, int day) => new(
        audience, Day(day), Day(day - 1), ImmutableSortedDictionary<string, int>.Empty.Add("sites", 3).Add("subjects", day), $"{audience}/{day}/");

    [Collection(AzuriteCollection.Name)]
    public sealed class OnAzure(StorageFixture azurite) : SummaryContract(azurite.Stores);

    public sealed class InMemory() : SummaryContract(Stores.InMemory(TimeProvider.System));
}
