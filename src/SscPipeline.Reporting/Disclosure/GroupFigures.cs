using System.Collections.Immutable;
using SscPipeline.Reporting.Statistics;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Figures of a group as the public sees them: as they are, or not at all.</summary>
internal static class GroupFigures
{
    private const double SmallestSd = 1e-9;

    /// <summary>Nothing below the minimum; nor where all have one value, since the mean would then be everybody's.</summary>
    public static bool CanShow(int n, double? sd, DisclosureRules rules) => n >= rules.Minimum && sd > SmallestSd;

    /// <summary>Extremes never: each is one person's.</summary>
    public static Distribution Of(Distribution values, DisclosureRules rules)
    {
        if (!CanShow(values.N, values.Sd, rules))
        {
            return new Distribution(values.N, null, null, null, null, null, null, null);
        }

        return values.N >= DisclosureRules.SmallestForQuantiles
            ? values with { Min = null, Max = null }
            : values with { Median = null, Q1 = null, Q3 = null, Min = null, Max = null };
    }

    public static ImmutableArray<double>? Interval(Distribution shown) =>
        shown is { Mean: { } mean, Sd: { } sd } ? PairedT.Confidence95(shown.N, mean, sd).Ends : null;

    public static double? PairedP(Distribution shown) =>
        shown is { Mean: { } mean, Sd: { } sd } ? PairedT.PValue(shown.N, mean, sd) : null;

    /// <summary>Neither is shown where there are none.</summary>
    public static Share Of(Cell? k, Cell? n) =>
        k?.Shown is { } some && n?.Shown is { } all ? Share.Of(some, all) : new Share(null, n?.Shown, null, null);
}
