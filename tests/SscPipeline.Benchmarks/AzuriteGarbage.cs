using System.Diagnostics;
using System.Globalization;
using System.Text;
using SscPipeline.LocalHost.Azurite;

namespace SscPipeline.Benchmarks;

/// <summary>Has Azurite collect its garbage before a measurement, as this process collects its own: a step does not pay for what the steps before it left behind.</summary>
/// <remarks>Azurite in memory keeps all bytes, and Node looks through all of them, about a second long, after each 64 MB that come in.</remarks>
internal static class AzuriteGarbage
{
    private const string OnSignal = """
        import v8 from 'node:v8';
        import vm from 'node:vm';
        v8.setFlagsFromString('--expose-gc');
        v8.setFlagsFromString('--no-flush-bytecode');
        const collect = vm.runInNewContext('gc');
        process.on('SIGUSR2', () => collect());
        """;

    private static readonly TimeSpan UntilSignalled = TimeSpan.FromMilliseconds(200);

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
