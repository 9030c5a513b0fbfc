using System.Diagnostics;
using System.Text;

namespace SscPipeline.Acceptance;

/// <summary><c>ssc up</c> as a process of its own, on a data folder that outlives it.</summary>
internal sealed class RunningStudy : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private bool ownsStorage;

    private RunningStudy(Process process) => this.process = process;

    public string Connection { get; private set; } = "";

    /// <summary>Everything that the process wrote so far, to either stream.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public static async Task<RunningStudy> StartAsync(string dataFolder) =>
        await new RunningStudy(Ssc.Start("up", "--data", dataFolder)) { ownsStorage = true }.UntilItRunsAsync();

    /// <summary>On a storage that runs elsewhere.</summary>
    public static async Task<RunningStudy> StartOnAsync(string connection, params (string Name, string Value)[] environment) =>
        await new RunningStudy(Ssc.StartIn(environment, "up", "--connection", connection)).UntilItRunsAsync();

    private async Task<RunningStudy> UntilItRunsAsync()
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Read(line.Data, running);
        process.ErrorDataReceived += (_, line) => Read(line.Data, running);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(running.Task, process.WaitForExitAsync(), Task.Delay(Patience)) != running.Task)
        {
            Dispose();
            throw new InvalidOperationException(Said);
        }

        return this;
    }

    private void Read(string? line, TaskCompletionSource running)
    {
        lock (said)
        {
            said.AppendLine(line);
        }

        if (line?.Contains("AccountKey=", StringComparison.Ordinal) == true)
        {
            Connection = line;
        }
        else if (line?.StartsWith("Ctrl-C stops", StringComparison.Ordinal) == true)
        {
            running.TrySetResult();
        }
    }

    /// <summary>SIGKILL: no chance to finish anything. Returns when its own storage, which notices, has saved and stopped too.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await Task.Delay(ownsStorage ? TimeSpan.FromSeconds(4) : TimeSpan.Zero);
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
