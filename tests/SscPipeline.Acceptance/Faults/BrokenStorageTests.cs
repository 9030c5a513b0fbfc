using System.Diagnostics;
using System.Globalization;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.Testing;
using Xunit.Abstractions;

namespace SscPipeline.Acceptance.Faults;

/// <summary>Storage answers wrongly, breaks off, is slow, freezes, and is stopped and started again, while sites go on sending.</summary>
/// <remarks><c>SSC_FROZEN=30</c> for a longer frost, in seconds.</remarks>
public sealed class BrokenStorageTests(ITestOutputHelper output) : IDisposable
{
    private static readonly Plan Everything = Plan.Of(sites: 2);

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [FactWhereSet("SSC_FROZEN")]
    public async Task Whatever_storage_does_everything_is_settled_once_in_the_end_and_nothing_is_blamed_on_a_site()
    {
        var frozen = int.TryParse(Environment.GetEnvironmentVariable("SSC_FROZEN"), CultureInfo.InvariantCulture, out var asked) ? asked : 10;
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder["data"] }, progress: null, CancellationToken.None);
        try
        {
            var connection = azurite.ConnectionString;
            await using var undisturbed = await StudyStorage.UndisturbedAsync(Everything);
            await using var proxy = await ChaosProxy.StartAsync(connection, seed: 11);
            await using var trial = await Trial.StartAsync(connection, Everything, seed: 11);
            using var host = await RunningStudy.StartOnAsync(proxy.Connection, ("Ssc__ReconcileSchedule", "*/5 * * * * *"));

            proxy.Rate = 0.3;
            trial.Allow(0.4);
            await Task.Delay(TimeSpan.FromSeconds(5));
            await SignalAsync("-STOP", azurite.ProcessId);
            trial.Allow(0.7);
            await Task.Delay(TimeSpan.FromSeconds(frozen));
            await SignalAsync("-CONT", azurite.ProcessId);
            var (openAfterFrost, _) = await trial.CountAsync();

            trial.Allow(1);
            await azurite.DisposeAsync();
            await Task.Delay(TimeSpan.FromSeconds(2));
            azurite = await AzuriteProcess.StartAsync(SamePlace(connection), progress: null, CancellationToken.None);
            Assert.Equal(connection, azurite.ConnectionString);
            var verdict = await trial.EndAsync();
            await host.KillAsync();

            output.WriteLine(
                $"{proxy.Requests} requests, {proxy.Faults} faults, frozen {frozen} s with {openAfterFrost} submissions open, stopped once, {Everything.Versions.Count} submissions, {trial.Watcher}; {verdict}");
            Assert.True(verdict.IsFine, verdict + host.Said);
            Assert.True(trial.Watcher is { Looks: > 0, HalfVisible.Count: 0 }, trial.Watcher.ToString());
            Assert.True(proxy.Faults > 50, $"{proxy.Faults} faults");
            Assert.Equal(await undisturbed.CurrentDataAsync(), await trial.Storage.CurrentDataAsync());
            Assert.Empty(await trial.Storage.Stores.Poison.PeekAsync(1, CancellationToken.None));
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    private AzuriteOptions SamePlace(string connection)
    {
        var ports = connection.Split(';').Where(part => part.Contains("Endpoint=http", StringComparison.Ordinal))
            .Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port).ToArray();
        return new AzuriteOptions { DataFolder = folder["data"], BlobPort = ports[0], QueuePort = ports[1], TablePort = ports[2] };
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
