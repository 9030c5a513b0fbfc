using System.Diagnostics;
using System.Globalization;

namespace SscPipeline.LocalHost.Azurite;

/// <summary><c>npm ci</c>: exactly the versions and checksums of the lock file, from the registry that npm is configured for.</summary>
internal static class NpmInstall
{
    // Azurite asks for Node 22 and runs on 20: a warning, not an error. Install scripts are not needed, so none is run.
    private static readonly string[] Arguments =
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string folder, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report("Installing Azurite, the storage emulator (once; npm takes half a minute or so).");
        var watch = Stopwatch.StartNew();
        var said = new RecentLines();
        using var npm = NodeCommand.Start(NodeCommand.Npm, folder, Arguments, _ => { });
        npm.OutputDataReceived += (_, line) => said.Add(line.Data);
        npm.ErrorDataReceived += (_, line) => said.Add(line.Data);
        npm.BeginOutputReadLine();
        npm.BeginErrorReadLine();
        npm.StandardInput.Close();
        try
        {
            var ended = npm.WaitForExitAsync(cancellationToken);
            while (await Task.WhenAny(ended, Task.Delay(Tick, cancellationToken)) != ended)
            {
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Still installing Azurite ({watch.Elapsed.TotalSeconds:0} s)."));
            }

            await ended;
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        if (npm.ExitCode != 0)
        {
            throw new AzuriteUnavailableException(
                $"""
                Azurite, the storage emulator, could not be installed: npm ended with code {npm.ExitCode}.
                Is the npm registry reachable from here ('npm ping')? A mirror is set with 'npm config set registry URL'.
                What npm said last:
                {said}
                """);
        }

        progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Azurite is installed ({watch.Elapsed.TotalSeconds:0} s)."));
    }
}
