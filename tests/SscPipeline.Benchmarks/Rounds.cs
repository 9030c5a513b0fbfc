namespace SscPipeline.Benchmarks;

/// <summary>Medians of alternating rounds: whatever else the machine does meets both sides alike.</summary>
internal static class Rounds
{
    private const int Count = 5;

    public static (double Ours, double Theirs) Measure(Func<double> ours, Func<double> theirs)
    {
        var (mine, other) = (new double[Count], new double[Count]);
        for (var round = 0; round < Count; round++)
        {
            mine[round] = ours();
            other[round] = theirs();
        }

        return (Median(mine), Median(other));
    }

    /// <summary>Of processor time, of all threads: a busy machine does not count.</summary>
    public static double Seconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(double[] figures)
    {
        Array.Sort(figures);
        return figures[Count / 2];
    }
}
