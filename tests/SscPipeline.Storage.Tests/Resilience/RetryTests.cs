using System.Diagnostics;
using Azure;
using SscPipeline.Storage.Resilience;
using SscPipeline.Storage.Tests.Azurite;
using SscPipeline.Storage.Tests.DataTables;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Resilience;

[Collection(AzuriteCollection.Name)]
public sealed class RetryTests(StorageFixture azurite)
{
    public static TheoryData<string, Func<Stores, Task>> Calls() => new()
    {
        { "table", stores => stores.Ledger.FindAsync(Site(), Submission(5), Never) },
        { "transaction", stores => stores.Ledger.BeginAsync(Site(), Submission(5), "a.csv", Sha("a"), "0x8DC0FFEE", Day(5), Never) },
        { "query", stores => stores.Ledger.ListAsync(Site(), Never) },
        { "facts", stores => stores.Inbox.CurrentETagAsync("a", Never) },
        { "download", stores => stores.Inbox.OpenAsync("a", Never) },
        { "upload", stores => stores.Inbox.DropAsync("a", Stream("a"), Never) },
        { "list", async stores => await stores.Inbox.ListAsync(Never).CountAsync() },
        { "queue", stores => stores.Poison.PeekAsync(1, Never) },
    };

    [Theory, MemberData(nameof(Calls))]
    public async Task Storage_that_stays_busy_is_asked_four_times_and_not_sixteen(string kind, Func<Stores, Task> call)
    {
        var transport = new CountingTransport { Answer = (_, _) => Storage.Busy() };

        var gaveUp = await Assert.ThrowsAsync<RequestFailedException>(() => call(transport.Over(azurite)));

        Assert.True(transport.Requests == 4, $"{kind}: {transport.Requests} requests");
        Assert.Equal(503, gaveUp.Status);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_fault_is_waited_out(int status)
    {
        var transport = new CountingTransport { Answer = (number, _) => number < 3 ? new CannedResponse(status, "") : null };

        Assert.Null(await transport.Over(azurite).Ledger.FindAsync(Site(), Submission(5), Never));

        Assert.Equal(3, transport.Requests);
    }

    [Fact]
    public async Task A_broken_connection_is_waited_out()
    {
        var transport = new CountingTransport { Answer = (number, _) => number < 3 ? throw new IOException("broken") : null };

        Assert.Null(await transport.Over(azurite).Inbox.CurrentETagAsync("none", Never));

        Assert.Equal(3, transport.Requests);
    }

    [Fact]
    public async Task An_attempt_that_hangs_is_given_up_and_repeated()
    {
        var transport = new CountingTransport { Waiting = (number, token) => number == 1 ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask };

        Assert.Null(await transport.Over(azurite, Storage.Quick with { AttemptTimeout = TimeSpan.FromSeconds(1) }).Ledger.FindAsync(Site(), Submission(5), Never));

        Assert.Equal(2, transport.Requests);
    }

    [Fact]
    public async Task What_the_caller_cancels_is_not_repeated()
    {
        using var cancelled = new CancellationTokenSource();
        var transport = new CountingTransport
        {
            Waiting = async (_, token) =>
            {
                await cancelled.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.Over(azurite).Ledger.FindAsync(Site(), Submission(5), cancelled.Token));

        Assert.Equal(1, transport.Requests);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated()
    {
        var transport = new CountingTransport { Answer = (_, _) => new CannedResponse(403, "") };

        await Assert.ThrowsAsync<RequestFailedException>(() => transport.Over(azurite).Ledger.FindAsync(Site(), Submission(5), Never));

        Assert.Equal(1, transport.Requests);
    }

    [Fact]
    public async Task The_service_may_ask_for_a_longer_wait()
    {
        var transport = new CountingTransport { Answer = (number, _) => number == 1 ? new CannedResponse(503, "", ("Retry-After", "1")) : null };
        var waited = Stopwatch.StartNew();

        await transport.Over(azurite, Storage.Quick with { MaxDelay = TimeSpan.FromSeconds(2) }).Ledger.FindAsync(Site(), Submission(5), Never);

        Assert.True(waited.Elapsed >= TimeSpan.FromSeconds(0.95));
    }

    [Theory]
    [InlineData(nameof(StorageResilienceOptions.Retries))]
    [InlineData(nameof(StorageResilienceOptions.AttemptTimeout))]
    [InlineData(nameof(StorageResilienceOptions.MaxDelay))]
    [InlineData(nameof(StorageResilienceOptions.BreakAtFailureRatio))]
    [InlineData(nameof(StorageResilienceOptions.BatchesInFlight))]
    public void A_setting_outside_its_limits_is_named(string name)
    {
        var options = name switch
        {
            nameof(StorageResilienceOptions.Retries) => new StorageResilienceOptions { Retries = 21 },
            nameof(StorageResilienceOptions.AttemptTimeout) => new StorageResilienceOptions { AttemptTimeout = TimeSpan.Zero },
            nameof(StorageResilienceOptions.MaxDelay) => new StorageResilienceOptions { MaxDelay = TimeSpan.FromMilliseconds(1) },
            nameof(StorageResilienceOptions.BreakAtFailureRatio) => new StorageResilienceOptions { BreakAtFailureRatio = 1.1 },
            _ => new StorageResilienceOptions { BatchesInFlight = 0 },
        };

        Assert.StartsWith(name, Assert.Throws<ArgumentException>(options.Checked).Message, StringComparison.Ordinal);
    }
}
