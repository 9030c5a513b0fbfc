namespace SscPipeline.Acceptance.Faults;

/// <summary>Sites that send documents and correct them: a new version once the one before it is settled, as far as the test allows.</summary>
internal sealed class Feed(StudyStorage storage, Plan plan, int seed)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private int allowed;

    public int Allowed => Volatile.Read(ref allowed);

    public void Allow(int submissions) => Volatile.Write(ref allowed, submissions);

    /// <summary>Ends when all is sent.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var waiting = plan.Versions.ToList();
        while (waiting.Count > 0)
        {
            var settled = await SettledAsync(cancellationToken);
            var ready = waiting
                .Where(next => waiting.First(other => other.BlobName == next.BlobName) == next)
                .Where(next => next.Number == 0 || settled.Contains((next with { Number = next.Number - 1 }).Sha256))
                .ToArray();
            random.Shuffle(ready);
            foreach (var next in ready.Take(Allowed - (plan.Versions.Count - waiting.Count)))
            {
                await storage.DropAsync(next);
                waiting.Remove(next);
                await Task.Delay(Pause, cancellationToken);
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<HashSet<string>> SettledAsync(CancellationToken cancellationToken)
    {
        var entries = await Task.WhenAll(plan.Sites.Select(site => storage.Stores.Ledger.ListAsync(site, cancellationToken)));
        return [.. entries.SelectMany(site => site).Where(entry => entry.IsFinal).Select(entry => entry.Sha256)];
    }
}
