using System.Diagnostics;
using System.Globalization;

namespace SscPipeline.Benchmarks;

/// <summary>What a process of its own cost, as Linux counts it.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="ProcessorSeconds">Of all its threads: a busy machine does not count.</param>
/// <param name="PeakMegabytes">The highest resident set.</param>
internal sealed record ChildProcess(double Seconds, double ProcessorSeconds, double PeakMegabytes, string Output)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <exception cref="InvalidOperationException">It ended with a code above 1, which is how commands say that they could not run.</exception>
    public static ChildProcess Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        // A busy machine must not turn a figure of memory into one of time.
        start.Environment["Ssc__Limits__Seconds"] = "3600";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (peak, processor) = (0.0, 0.0);
        while (!process.WaitForExit(Look))
        {
            peak = Math.Max(peak, HighWater(process.Id));
            processor = Math.Max(processor, Processor(process));
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return process.ExitCode <= 1
            ? new ChildProcess(seconds, processor, peak, output.GetAwaiter().GetResult())
            : throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.");
    }

    private static double Processor(Process process)
    {
        try
        {
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }

    /// <summary>The highest resident set of a process so far, in MB; 0 when it has ended.</summary>
    public static double HighWater(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}
