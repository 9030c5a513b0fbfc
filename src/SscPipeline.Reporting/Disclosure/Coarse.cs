using System.Collections.Immutable;
using SscPipeline.Reporting.Statistics;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Figures of a group as the public sees them: no finer than a step of at least SD / n.</summary>
/// <remarks>Somebody who has the report of last week and that of this week, with one person more, can subtract n times one mean from
/// n + 1 times the other. With exact means that is the person's value; with these it is uncertain by about an SD either way, which is what was known
/// of anybody before. The step is the standard error divided by the root of n or a little more, so nothing is lost that the data could tell.
/// Intervals and p of t are made from the coarse mean and SD, so they tell no more.</remarks>
internal static class Coarse
{
    private const double SmallestSd = 1e-9;

    /// <summary>Nothing below the minimum; nor where all have one value, since the mean would then be everybody's.</summary>
    public static bool CanShow(int n, double? sd, DisclosureRules rules) => n >= rules.Minimum && sd > SmallestSd;

    /// <summary>The smallest of 1, 2 or 5 times a power of ten that is not below SD / n.</summary>
    public static decimal Step(double sd, int n)
    {
        var target = (decimal)sd / n;
        var power = 1m;
        while (power > target)
        {
            power /= 10;
        }

        while (power * 10 <= target)
        {
            power *= 10;
        }

        return power >= target ? power : 2 * power >= target ? 2 * power : 5 * power >= target ? 5 * power : 10 * power;
    }

    public static double? Round(double? value, decimal step) =>
        value is { } number ? (double)(Math.Round((decimal)number / step, MidpointRounding.AwayFromZero) * step) : null;

    /// <summary>Two significant digits: ranks would tell of signs otherwise.</summary>
    public static double? P(double? p) =>
        p is not > 0 ? p : Round(p, (decimal)Math.Pow(10, Math.Max(-20, Math.Floor(Math.Log10(p.Value)) - 1)));

    /// <summary>Extremes never: each is one person's.</summary>
    public static Distribution Of(Distribution values, DisclosureRules rules)
    {
        if (!CanShow(values.N, values.Sd, rules))
        {
            return new Distribution(values.N, null, null, null, null, null, null, null);
        }

        var step = Step(values.Sd!.Value, values.N);
        var hasQuantiles = values.N >= DisclosureRules.SmallestForQuantiles;
        return new Distribution(
            values.N,
            Round(values.Mean, step),
            Round(values.Sd, step),
            hasQuantiles ? Round(values.Median, step) : null,
            hasQuantiles ? Round(values.Q1, step) : null,
            hasQuantiles ? Round(values.Q3, step) : null,
            null,
            null);
    }

    public static ImmutableArray<double>? Interval(Distribution coarse) =>
        coarse is { Mean: { } mean, Sd: { } sd } ? PairedT.Confidence95(coarse.N, mean, sd).Ends : null;

    public static double? PairedP(Distribution coarse) =>
        coarse is { Mean: { } mean, Sd: { } sd } ? PairedT.PValue(coarse.N, mean, sd) : null;

    public static Share Of(Cell k, Cell n) =>
        k.Shown is { } some && n.Shown is { } all ? Share.Of(some, all) : new Share(null, n.Shown, null, null);
}
