using System.Collections.Immutable;
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
            await stores.Summaries.AddAsync(Entry(audience, day), Never);
        }

        await stores.Summaries.AddAsync(Entry(audience, 9), Never);
        await stores.Summaries.AddAsync(Entry($"{audience}x", 12), Never);

        var latest = await stores.Summaries.LatestAsync(audience, Never);

        Assert.Equal(Entry(audience, 9) with { Counts = latest!.Counts }, latest);
        Assert.Equal(Entry(audience, 9).Counts, latest.Counts);
    }

    private static SummaryIndexEntry Entry(string audience, int day) => new(
        audience, Day(day), Day(day - 1), ImmutableSortedDictionary<string, int>.Empty.Add("sites", 3).Add("subjects", day), $"{audience}/{day}/");

    [Collection(AzuriteCollection.Name)]
    public sealed class OnAzure(StorageFixture azurite) : SummaryContract(azurite.Stores);

    public sealed class InMemory() : SummaryContract(Stores.InMemory(TimeProvider.System));
}
