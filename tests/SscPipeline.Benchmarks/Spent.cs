using System.Diagnostics;

namespace SscPipeline.Benchmarks;

/// <summary>What a piece of work took.</summary>
/// <param name="Seconds">By the clock: storage is another process, whose work counts too.</param>
/// <param name="Processor">Seconds of this process alone, all threads together.</param>
/// <param name="PeakMegabytes">The largest managed heap that was seen meanwhile.</param>
internal sealed record Spent(double Seconds, double Processor, double PeakMegabytes)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task<Spent> OnAsync(Func<Task> work)
    {
        GC.Collect();
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(stop.Token);
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await work();
        var (seconds, processor) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        await stop.CancelAsync();
        return new Spent(seconds, processor, await watching);
    }

    /// <summary>Waits for it: a table of benchmarks is made one line after the other.</summary>
    public static double SecondsOf(Func<Task> work) => OnAsync(work).GetAwaiter().GetResult().Seconds;

    private static async Task<double> WatchAsync(CancellationToken stop)
    {
        var peak = 0L;
        while (!stop.IsCancellationRequested)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(Look, CancellationToken.None);
        }

        return peak / 1e6;
    }
}
