using System.Text.Json;

namespace SscPipeline.Acceptance;

/// <summary>The process is killed while submissions are arriving; the next start settles what is open, once.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Files = 24;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task After_a_kill_every_submission_is_settled_exactly_once_and_a_further_start_does_nothing_again()
    {
        string[] files = [.. Enumerable.Range(1, Files).Select(number => $"visits-{number}.csv")];
        foreach (var (file, number) in files.Select((file, number) => (file, number)))
        {
            folder.Write(file, $"subject_id,study day,mrss,fvc % pred\nP-{number},1,20,90\nP-{number},183,14,92\n");
        }

        using (var first = await RunningStudy.StartAsync(folder["data"]))
        {
            var submitted = await Ssc.RunAsync(["submit", .. files.Select(file => folder[file]), "--site", "site-a", "--connection", first.Connection]);
            Assert.True(submitted.ExitCode == 0, submitted.Errors);
            await first.KillAsync();
        }

        var settled = await SettledAsync();
        var again = await SettledAsync();

        Assert.Equal(files.Order(StringComparer.Ordinal), settled.Select(line => line.GetProperty("document").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(settled, line => Assert.Equal("AcceptedWithWarnings", line.GetProperty("status").GetString()));
        Assert.All(settled, line => Assert.True(line.GetProperty("isCurrent").GetBoolean()));
        Assert.Equal(settled.Select(line => line.GetRawText()), again.Select(line => line.GetRawText()));
    }

    private async Task<JsonElement[]> SettledAsync()
    {
        using var study = await RunningStudy.StartAsync(folder["data"]);
        JsonElement[] lines = [];
        for (var left = 60; left > 0 && (lines.Length < Files || lines.Any(line => line.GetProperty("status").GetString() == "Processing")); left--)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            lines = [.. (await Ssc.RunAsync("status", "--connection", study.Connection, "--format", "json")).Json.EnumerateArray()];
        }

        await study.KillAsync();
        return lines;
    }
}
