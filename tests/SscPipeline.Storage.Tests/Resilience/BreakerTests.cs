using Azure;
using Polly.CircuitBreaker;
using SscPipeline.Storage.Ledger;
using SscPipeline.Storage.Tests.Azurite;
using SscPipeline.Storage.Tests.DataTables;
using SscPipeline.Testing;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Resilience;

[Collection(AzuriteCollection.Name)]
public sealed class BreakerTests(StorageFixture azurite)
{
    [Fact]
    public async Task Storage_that_is_away_is_left_alone_for_a_while_and_then_asked_again()
    {
        var isAway = true;
        var time = new ManualTime(new DateTimeOffset(2012, 3, 5, 8, 0, 0, TimeSpan.Zero));
        var transport = new CountingTransport { Answer = (_, _) => isAway ? Storage.Busy() : null };
        var stores = transport.Over(azurite, Storage.Quick with { Retries = 0, BreakerMinimumAttempts = 4, BreakFor = TimeSpan.FromSeconds(5) }, time);
        for (var call = 0; call < 4; call++)
        {
            await Assert.ThrowsAsync<RequestFailedException>(() => FindAsync(stores));
        }

        await Assert.ThrowsAsync<BrokenCircuitException>(() => FindAsync(stores));
        var whileOpen = transport.Requests;
        var otherService = await Assert.ThrowsAsync<RequestFailedException>(() => stores.Inbox.CurrentETagAsync("a", Never));
        isAway = false;
        await Assert.ThrowsAsync<BrokenCircuitException>(() => FindAsync(stores));
        time.Advance(TimeSpan.FromSeconds(6));
        await FindAsync(stores);
        await FindAsync(stores);

        Assert.Equal(4, whileOpen);
        Assert.Equal(503, otherService.Status);
        Assert.Equal(4 + 1 + 2, transport.Requests);
    }

    private static Task<LedgerEntry?> FindAsync(Stores stores) => stores.Ledger.FindAsync(Site(), Submission(5), Never);
}
