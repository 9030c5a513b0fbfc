using System.Collections.Immutable;
using MemoryPack;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>What describes a set of values. Statistics that do not exist are null.</summary>
/// <param name="Sd">Divided by n - 1.</param>
/// <param name="Q1">Type 7, as QUARTILE.INC of Excel.</param>
[MemoryPackable]
public sealed partial record Distribution(int N, double? Mean, double? Sd, double? Median, double? Q1, double? Q3, double? Min, double? Max)
{
    internal static Distribution Of(Sample values) =>
        new(values.Count, values.Mean, values.Sd, values.Median, values.Q1, values.Q3, values.Min, values.Max);

    internal static Distribution Of(IEnumerable<decimal> values) => Of(new Sample(values));
}

/// <summary>k of n. In the public summary k is null when it is withheld, and n with it when n is.</summary>
/// <param name="Wilson95">As shares: [low, high]; null when n is 0.</param>
/// <param name="ClopperPearson95">As shares: [low, high]; null when n is 0.</param>
[MemoryPackable]
public sealed partial record Share(int? K, int? N, ImmutableArray<double>? Wilson95, ImmutableArray<double>? ClopperPearson95)
{
    internal static Share Of(int k, int n) => new(k, n, Proportion.Wilson95(k, n)?.Ends, Proportion.ClopperPearson95(k, n)?.Ends);

    /// <summary>Of several groups together. None of them may be withheld.</summary>
    internal static Share Together(IEnumerable<Share> groups)
    {
        var (k, n) = (0, 0);
        foreach (var group in groups)
        {
            (k, n) = (k + group.K!.Value, n + group.N!.Value);
        }

        return Of(k, n);
    }

    internal static Share Of<T>(IReadOnlyCollection<T> all, Func<T, bool> isCounted) => Of(all.Count(isCounted), all.Count);
}
