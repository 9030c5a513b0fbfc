using System.Diagnostics;
using System.Globalization;
using System.Text;
using SscPipeline.LocalHost.Azurite;

namespace SscPipeline.Benchmarks;

/// <summary>Has Azurite collect its garbage before a measurement, as this process collects its own: a step does not pay for what the steps before it left behind.</summary>
/// <remarks>Node looks through all that Azurite has in memory, about a second of processor time long, after each 64 MB of buffers. Taking and dropping such buffers
/// has it do so now; asking for a collection outright would have it forget compiled code, too.</remarks>
internal static class AzuriteGarbage
{
    private const string OnSignal = """
        process.on('SIGUSR2', () => {
            for (let i = 0; i < 4; i++) setTimeout(() => Buffer.allocUnsafeSlow(80 << 20), 200 * i);
        });
        """;

    private static readonly TimeSpan UntilSignalled = TimeSpan.FromMilliseconds(2_000);

    /// <summary>Before Azurite starts.</summary>
    public static void Prepare() =>
        Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--import=data:text/javascript;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(OnSignal))}");

    /// <param name="askAsync">Any request: it is answered when Azurite is done.</param>
    public static async Task CollectAsync(AzuriteProcess azurite, Func<Task> askAsync)
    {
        using var signal = Process.Start("kill", ["-USR2", azurite.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        await Task.Delay(UntilSignalled);
        await askAsync();
    }
}
