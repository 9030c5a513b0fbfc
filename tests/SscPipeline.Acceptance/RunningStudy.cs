using System.Diagnostics;

namespace SscPipeline.Acceptance;

/// <summary><c>ssc up</c> as a process of its own, on a data folder that outlives it.</summary>
internal sealed class RunningStudy : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private RunningStudy(Process process) => this.process = process;

    public string Connection { get; private set; } = "";

    public static async Task<RunningStudy> StartAsync(string dataFolder)
    {
        var study = new RunningStudy(Ssc.Start("up", "--data", dataFolder));
        using var patience = new CancellationTokenSource(Patience);
        while (await study.process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("AccountKey=", StringComparison.Ordinal))
            {
                study.Connection = line;
            }

            if (line.StartsWith("Ctrl-C stops", StringComparison.Ordinal))
            {
                _ = study.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = study.process.StandardError.ReadToEndAsync(CancellationToken.None);
                return study;
            }
        }

        throw new InvalidOperationException(await study.process.StandardError.ReadToEndAsync(patience.Token));
    }

    /// <summary>SIGKILL: no chance to finish anything. Returns when the storage, which notices, has saved and stopped too.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await Task.Delay(TimeSpan.FromSeconds(4));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
