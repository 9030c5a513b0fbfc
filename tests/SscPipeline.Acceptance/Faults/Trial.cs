using System.Diagnostics;

namespace SscPipeline.Acceptance.Faults;

/// <summary>Sites send, a reader looks, and a test does its worst meanwhile.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource stop = new();
    private readonly Feed feed;
    private readonly Task sending;
    private readonly Task watching;

    private Trial(StudyStorage storage, Plan plan, int seed)
    {
        (Storage, Plan, Watcher, feed) = (storage, plan, new Watcher(storage, plan), new Feed(storage, plan, seed));
        (sending, watching) = (feed.RunAsync(stop.Token), Watcher.RunAsync(stop.Token));
    }

    public StudyStorage Storage { get; }

    public Plan Plan { get; }

    public Watcher Watcher { get; }

    public static async Task<Trial> StartAsync(string connection, Plan plan, int seed)
    {
        var storage = StudyStorage.Of(connection);
        await storage.Stores.EnsureCreatedAsync(CancellationToken.None);
        return new Trial(storage, plan, seed);
    }

    /// <summary>So much of all that is sent may arrive from now on, from 0 to 1.</summary>
    public void Allow(double share) => feed.Allow((int)Math.Ceiling(Plan.Versions.Count * share));

    /// <summary>How many submissions are begun and not settled.</summary>
    public async Task<int> OpenAsync()
    {
        var entries = await Task.WhenAll(Plan.Sites.Select(site => Storage.Stores.Ledger.ListAsync(site, CancellationToken.None)));
        return entries.SelectMany(site => site).Count(entry => !entry.IsFinal);
    }

    /// <summary>Returns when everything that may arrive has arrived and is settled, or when patience ends.</summary>
    public async Task<Verdict> EndAsync()
    {
        Allow(1);
        var started = Stopwatch.GetTimestamp();
        Verdict? verdict = null;
        while (verdict?.IsFine != true && Stopwatch.GetElapsedTime(started) < Patience && !sending.IsFaulted)
        {
            await Task.Delay(Pause);
            verdict = sending.IsCompleted ? await Verdict.OfAsync(Storage, Plan, CancellationToken.None) : null;
        }

        await stop.CancelAsync();
        await Task.WhenAny(watching);
        Assert.True(watching.IsCanceled || watching.IsCompletedSuccessfully, watching.Exception?.ToString());
        Assert.True(sending.IsCompletedSuccessfully, sending.Exception?.ToString() ?? "not everything could be sent");
        return verdict ?? await Verdict.OfAsync(Storage, Plan, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAny(Task.WhenAll(sending, watching));
        stop.Dispose();
        await Storage.DisposeAsync();
    }
}
