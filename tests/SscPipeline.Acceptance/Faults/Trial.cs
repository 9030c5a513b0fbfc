using System.Diagnostics;

namespace SscPipeline.Acceptance.Faults;

/// <summary>Sites send, a reader looks, and a test does its worst meanwhile.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
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

    /// <summary>How many submissions are begun and not settled, and how many are settled.</summary>
    public async Task<(int Open, int Settled)> CountAsync()
    {
        var entries = await Task.WhenAll(Plan.Sites.Select(site => Storage.Stores.Ledger.ListAsync(site, CancellationToken.None)));
        var settled = entries.Sum(site => site.Count(entry => entry.IsFinal));
        return (entries.Sum(site => site.Length) - settled, settled);
    }

    /// <summary>Returns when so many have been begun or settled, or when everything that may arrive is settled.</summary>
    public async Task UntilAsync(int known)
    {
        var started = Stopwatch.GetTimestamp();
        var (open, settled) = await CountAsync();
        while (open + settled < known && settled < feed.Allowed && Stopwatch.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(30));
            (open, settled) = await CountAsync();
        }
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
