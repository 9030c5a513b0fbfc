using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SscPipeline.Domain.Submissions;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Storage.Ledger;
using SscPipeline.Testing;
using Xunit.Abstractions;

namespace SscPipeline.Acceptance.Faults;

/// <summary>Two hosts, each a process of its own, look into one inbox: both see everything, and nobody tells them apart.</summary>
/// <remarks><c>SSC_TWO_HOSTS</c> says how many rounds of 20 competing uploads there are.</remarks>
public sealed partial class TwoHostsTests(ITestOutputHelper output)
{
    private const int Uploads = 20;
    private const int Writers = 5;
    private const string Document = "visits.csv";

    /// <summary>A round takes about a second, so that hosts meet versions that are overwritten while they look at them.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    private static readonly SiteCode Contested = SiteCode.Parse("site-z");

    [FactWhereSet("SSC_TWO_HOSTS")]
    public async Task Two_hosts_on_one_storage_settle_each_submission_once_and_the_newest_upload_wins()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("SSC_TWO_HOSTS")!, CultureInfo.InvariantCulture);
        var everything = Plan.Of(sites: 2);
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), progress: null, CancellationToken.None);
        await using var undisturbed = await StudyStorage.UndisturbedAsync(everything);
        await using var trial = await Trial.StartAsync(azurite.ConnectionString, everything, seed: 3);
        using var one = await RunningStudy.StartOnAsync(azurite.ConnectionString, ("Ssc__ReconcileSchedule", "*/5 * * * * *"));
        using var two = await RunningStudy.StartOnAsync(azurite.ConnectionString, ("Ssc__ReconcileSchedule", "*/5 * * * * *"));
        trial.Allow(1);

        for (var round = 0; round < rounds; round++)
        {
            await UploadAsync(trial.Storage, round);
            await SettledAsync(trial.Storage);
        }

        var contested = await JudgeAsync(trial.Storage);
        var verdict = await trial.EndAsync();
        await one.KillAsync();
        await two.KillAsync();
        var (byOne, byTwo) = (Settled(one), Settled(two));
        output.WriteLine(
            $"{rounds} x {Uploads} competing uploads: {contested} were seen and settled; {everything.Versions.Count} others; {byOne.Count} told by one host, {byTwo.Count} by the other, {byOne.Intersect(byTwo).Count()} by both; {trial.Watcher}; {verdict}");

        Assert.True(verdict.IsFine, verdict + one.Said + two.Said);
        Assert.True(trial.Watcher is { Looks: > 0, HalfVisible.Count: 0 }, trial.Watcher.ToString());
        Assert.Equal(Lines(await undisturbed.CurrentDataAsync()), Lines(await trial.Storage.CurrentDataAsync()));
        Assert.True(byOne.Count > 0 && byTwo.Count > 0, $"{byOne.Count} and {byTwo.Count}");
        Assert.Empty(await trial.Storage.Stores.Poison.PeekAsync(1, CancellationToken.None));
    }

    private static Task UploadAsync(StudyStorage storage, int round) => Parallel.ForEachAsync(
        Enumerable.Range(0, Uploads),
        new ParallelOptions { MaxDegreeOfParallelism = Writers },
        async (number, stop) =>
        {
            var content = Encoding.UTF8.GetBytes($"subject_id,study day,mrss,tpn\nP-01,1,{number},N\nP-02,1,{round},N\n");
            await storage.Stores.Inbox.DropAsync($"{Contested}/{Document}", new MemoryStream(content), stop);
            await Task.Delay(s_pause, stop);
        });

    /// <summary>Returns when what lies in the inbox is settled and nothing is under way.</summary>
    private static async Task SettledAsync(StudyStorage storage)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        IReadOnlyList<LedgerEntry> entries = [];
        var newest = await NewestAsync(storage);
        while (!entries.Any(entry => entry.Sha256 == newest) || entries.Any(entry => !entry.IsFinal))
        {
            await Task.Delay(200, patience.Token);
            entries = await storage.Stores.Ledger.ListAsync(Contested, patience.Token);
        }
    }

    private static async Task<int> JudgeAsync(StudyStorage storage)
    {
        // The last word of whoever wrote a receipt last.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var entries = await storage.Stores.Ledger.ListAsync(Contested, CancellationToken.None);
        var current = Assert.Single(await storage.Stores.Ledger.CurrentAsync(Contested, CancellationToken.None));
        Assert.Equal(await NewestAsync(storage), entries.Single(entry => entry.SubmissionId == current.SubmissionId).Sha256);
        var page = Encoding.UTF8.GetString(await StudyStorage.ReadAsync((await storage.Stores.Receipts.OpenIndexAsync(Contested, CancellationToken.None))!));
        foreach (var entry in entries)
        {
            var blob = await storage.Stores.Receipts.OpenAsync($"{Contested}/{entry.SubmissionId}/receipt.json", CancellationToken.None);
            var receipt = ReceiptJson.Read(await StudyStorage.ReadAsync(blob!));
            Assert.Equal((entry.Status, entry.Sha256, entry.IsSuperseded, entry.Replaces), (receipt.Status, receipt.Sha256, receipt.IsSuperseded, receipt.Replaces));
            Assert.Equal(entry.RowsAccepted, (await storage.Stores.Outcomes.ReadAsync(Contested, entry.SubmissionId, CancellationToken.None)).Length);
            Assert.Contains(entry.SubmissionId.Value, page, StringComparison.Ordinal);
        }

        return entries.Length;
    }

    private static async Task<string> NewestAsync(StudyStorage storage) => Convert.ToHexStringLower(SHA256.HashData(
        await StudyStorage.ReadAsync((await storage.Stores.Inbox.OpenAsync($"{Contested}/{Document}", CancellationToken.None))!)));

    private static HashSet<string> Settled(RunningStudy host) =>
        [.. Ingested().Matches(host.Said).Select(match => match.Groups[1].Value)];

    /// <summary>Of the sites that nobody competes at.</summary>
    private static SortedDictionary<string, string> Lines(SortedDictionary<string, string> files) => new(
        files.ToDictionary(
            file => file.Key,
            file => string.Join('\n', file.Value.Split('\n').Where(line => !line.StartsWith(Contested.Value, StringComparison.Ordinal)))),
        StringComparer.Ordinal);

    [GeneratedRegex("Submission ([0-9TZ]+-[0-9a-f]{10}) of site")]
    private static partial Regex Ingested();
}
