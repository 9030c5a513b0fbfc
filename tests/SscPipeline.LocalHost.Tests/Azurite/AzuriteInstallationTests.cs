using SscPipeline.LocalHost.Azurite;

namespace SscPipeline.LocalHost.Tests.Azurite;

public sealed class AzuriteInstallationTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("ssc-azurite-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Whoever_asks_at_the_same_time_waits_for_the_one_that_installs()
    {
        var installed = 0;
        async Task InstallAsync(string folder)
        {
            Interlocked.Increment(ref installed);
            await Task.Delay(300);
            Complete(folder);
        }

        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(
            _ => Task.Run(() => AzuriteInstallation.EnsureAsync(root, InstallAsync, progress: null, CancellationToken.None))));

        Assert.Equal(1, installed);
        Assert.All(all, installation => Assert.True(File.Exists(installation.Script)));
    }

    [Fact]
    public async Task An_installation_that_broke_off_is_not_believed_and_is_made_anew()
    {
        await Assert.ThrowsAsync<IOException>(() => AzuriteInstallation.EnsureAsync(
            root,
            folder =>
            {
                File.WriteAllText(Path.Combine(folder, "half"), "");
                throw new IOException("The disk is full.");
            },
            progress: null,
            CancellationToken.None));

        var installation = await AzuriteInstallation.EnsureAsync(
            root,
            folder =>
            {
                Assert.Equal(["package-lock.json", "package.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
                Complete(folder);
                return Task.CompletedTask;
            },
            progress: null,
            CancellationToken.None);

        Assert.True(installation.IsComplete);
    }

    [Fact]
    public async Task What_npm_says_when_it_fails_reaches_the_operator()
    {
        var fault = await Assert.ThrowsAsync<AzuriteUnavailableException>(
            () => NpmInstall.RunAsync(root, progress: null, CancellationToken.None));

        Assert.Contains("npm ended with code 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("npm config set registry", fault.Message, StringComparison.Ordinal);
        Assert.Contains("npm error", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_Node_is_told_what_to_install()
    {
        var fault = Assert.Throws<AzuriteUnavailableException>(
            () => NodeCommand.Start("node-that-is-not-there", root, [], _ => { }));

        Assert.Contains("'node-that-is-not-there' was not found", fault.Message, StringComparison.Ordinal);
        Assert.Contains("install Node.js 20 or newer", fault.Message, StringComparison.Ordinal);
    }

    private static void Complete(string folder)
    {
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.WriteAllText(script, "");
    }
}
