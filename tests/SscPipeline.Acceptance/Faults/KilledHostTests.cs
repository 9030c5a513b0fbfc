using System.Globalization;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.Testing;
using Xunit.Abstractions;

namespace SscPipeline.Acceptance.Faults;

/// <summary>The host is killed at seeded moments while sites send and correct; storage survives it.</summary>
/// <remarks><c>SSC_CRASHES</c> says how many moments: each five have 60 submissions of five sites of their own.</remarks>
public sealed class KilledHostTests(ITestOutputHelper output)
{
    /// <summary>A moment is so many submissions after the start of the host, and so many milliseconds after that: on any machine it meets work.</summary>
    private const int MostOfAMoment = 8;

    private const int LatestDelay = 300;
    private const int MomentsOfARound = 5;

    [FactWhereSet("SSC_CRASHES")]
    public async Task However_often_the_host_is_killed_every_submission_ends_settled_once_and_nobody_ever_sees_half_of_one()
    {
        var moments = int.Parse(Environment.GetEnvironmentVariable("SSC_CRASHES")!, CultureInfo.InvariantCulture);
        var everything = Plan.Of(sites: 5);
        string[] accounts = [.. Enumerable.Range(0, (moments + MomentsOfARound - 1) / MomentsOfARound).Select(round => $"killed{round:000}")];
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { MoreAccounts = [.. accounts] }, progress: null, CancellationToken.None);
        await using var undisturbed = await StudyStorage.UndisturbedAsync(everything);
        var expected = await undisturbed.CurrentDataAsync();

        for (var round = 0; round < accounts.Length; round++)
        {
            var kills = Math.Min(MomentsOfARound, moments - (round * MomentsOfARound));
            var connection = azurite.ConnectionStringOf(accounts[round]);
            await using var trial = await Trial.StartAsync(connection, everything, round);
            var atWork = await KillAsync(trial, connection, new Random(round), kills);
            using var last = await RunningStudy.StartOnAsync(connection, ("Ssc__ReconcileSchedule", "*/3 * * * * *"));
            var verdict = await trial.EndAsync();
            await last.KillAsync();

            output.WriteLine($"round {round}: {kills} kills, {atWork} of them at work, {everything.Versions.Count} submissions, {trial.Watcher}; {verdict}");
            Assert.True(verdict.IsFine, $"round {round}: {verdict}");
            Assert.True(trial.Watcher is { Looks: > 0, HalfVisible.Count: 0 }, $"round {round}: {trial.Watcher}");
            Assert.Equal(expected, await trial.Storage.CurrentDataAsync());
        }
    }

    /// <returns>How many kills met a submission between its first ledger row and its last.</returns>
    private static async Task<int> KillAsync(Trial trial, string connection, Random random, int kills)
    {
        var atWork = 0;
        for (var kill = 1; kill <= kills; kill++)
        {
            trial.Allow((double)kill / kills);
            var (open, settled) = await trial.CountAsync();
            using var host = await RunningStudy.StartOnAsync(connection);
            await trial.UntilAsync(open + settled + random.Next(MostOfAMoment));
            await Task.Delay(random.Next(LatestDelay));
            await host.KillAsync();
            atWork += (await trial.CountAsync()).Open > 0 ? 1 : 0;
        }

        return atWork;
    }
}
