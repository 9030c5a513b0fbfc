using System.Globalization;

namespace SscPipeline.Acceptance.Faults;

/// <summary>A reader that looks all the while at what is current, as a report would.</summary>
internal sealed class Watcher(StudyStorage storage, Plan plan)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    /// <summary>Documents looked at.</summary>
    public int Looks { get; private set; }

    /// <summary>Current documents whose rows were not a whole version that was sent.</summary>
    public List<string> HalfVisible { get; } = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var site in plan.Sites)
            {
                foreach (var pointer in await storage.Stores.Ledger.CurrentAsync(site, cancellationToken))
                {
                    var rows = await storage.Stores.Outcomes.ReadAsync(site, pointer.SubmissionId, cancellationToken);
                    Looks++;
                    if (!plan.Versions.Any(version => version.Site == site && version.Document == pointer.Document && version.IsAllOf(rows)))
                    {
                        HalfVisible.Add($"{site} {pointer.SubmissionId}: {rows.Length} rows");
                    }
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Looks} looks, {HalfVisible.Count} half visible {string.Join("; ", HalfVisible.Take(5))}");
}
