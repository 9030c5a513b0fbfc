namespace SscPipeline.Benchmarks;

/// <summary>Medians of alternating rounds: whatever else the machine does meets both sides alike.</summary>
internal static class Rounds
{
    private const int Count = 5;

    public static (double Ours, double Theirs) Measure(Func<double> ours, Func<double> theirs)
    {
        // What is compiled or fetched once belongs to neither side's figure.
        _ = (ours(), theirs());
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

    /// <summary>The median of as many rounds of one thing, or of several that alternate.</summary>
    public static T[] Medians<T>(Func<T, double> figure, params Func<T>[] works)
    {
        var rounds = works.Select(_ => new List<T>()).ToArray();
        for (var round = 0; round < Count; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                rounds[i].Add(works[i]());
            }
        }

        return [.. rounds.Select(all => all.OrderBy(figure).ElementAt(Count / 2))];
    }

    private static double Median(double[] figures)
    {
        Array.Sort(figures);
        return figures[Count / 2];
    }
}
