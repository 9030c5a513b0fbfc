using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Values and changes of all sites together, where no mean of a few can be computed from them.</summary>
/// <remarks>Mean now less mean change is the mean baseline of those seen now, whenever everybody seen now has a baseline. So each visit that shows both
/// tells of one more group of baseline values, and these groups must differ by nobody or by enough. Where a few seen now have no baseline, that
/// baseline mean must stay unknown instead. Where neither can be had, the change is shown and the level is not.</remarks>
internal static class MeasureDisclosure
{
    /// <summary>Visits that decide first: after baseline those that investigators and the literature look at.</summary>
    private static readonly ImmutableArray<int> Order = [6, 12, 24, 3, 9, 18, 1, 30];

    /// <summary>Variables that resemble each other so much that the difference of two groups' means would tell of one person.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Families =
    [
        [Variables.FvcPctPred, PercentPredicted.Recomputed(Variables.FvcPctPred), Variables.FvcL],
        [Variables.DlcoPctPred, PercentPredicted.Recomputed(Variables.DlcoPctPred), DerivedValues.CorrectedForHaemoglobin(Variables.DlcoPctPred)],
        [Variables.WeightKg, Variables.Bmi, DerivedValues.BmiRecomputed],
    ];

    public static ImmutableArray<Measure> Publish(ImmutableArray<Measure> measures, DisclosureRules rules)
    {
        var families = new Dictionary<(int Family, int Month, bool IsChange), GroupSizes>();
        return [.. measures.Select(measure => Publish(measure, rules, IsFree))];

        bool IsFree(string variable, int month, bool isChange, int size)
        {
            var family = Families.IndexOf(Families.FirstOrDefault(one => one.Contains(variable)));
            if (family < 0)
            {
                return true;
            }

            if (!families.TryGetValue((family, month, isChange), out var shown))
            {
                families.Add((family, month, isChange), shown = new GroupSizes(rules));
            }

            return shown.TryJoin(size);
        }
    }

    private static Measure Publish(Measure measure, DisclosureRules rules, Func<string, int, bool, int, bool> isFree)
    {
        var rows = measure.Rows.Where(row => row.Scope == Cohort.Overall).ToList();
        var baselines = new GroupSizes(rules);
        var shown = new Dictionary<int, (bool Level, bool Change)>();
        foreach (var row in rows.OrderBy(row => Order.IndexOf(row.Month)))
        {
            var (n, c) = (row.N ?? 0, row.Change?.N ?? 0);
            var level = GroupFigures.CanShow(n, row.Sd, rules) && isFree(measure.Variable, row.Month, false, n);
            var change = GroupFigures.CanShow(c, row.Change?.Sd, rules) && isFree(measure.Variable, row.Month, true, c);
            if (row.Month == 0)
            {
                level = level && baselines.TryJoin(n);
            }
            else if (level && change)
            {
                level = n == c ? baselines.TryJoin(c) : !rules.IsSmall(n - c) || baselines.TryStayUnknown(c);
            }

            shown[row.Month] = (level, change);
        }

        return measure with { Rows = [.. rows.Select(row => Publish(row, rules, shown[row.Month]))] };
    }

    private static MeasureRow Publish(MeasureRow row, DisclosureRules rules, (bool Level, bool Change) shown)
    {
        var n = row.N ?? 0;
        var level = shown.Level
            ? GroupFigures.Of(new Distribution(n, row.Mean, row.Sd, row.Median, row.Q1, row.Q3, null, null), rules)
            : new Distribution(n, null, null, null, null, null, null, null);
        return new MeasureRow(
            row.Scope, row.Month, n < rules.Minimum ? null : n, null, level.Mean, level.Sd, level.Median, level.Q1, level.Q3, null, null, null,
            shown.Change ? Change(row.Change!, rules) : null, null)
        {
            MeanCi95 = GroupFigures.Interval(level),
        };
    }

    private static MeasureChange Change(MeasureChange change, DisclosureRules rules)
    {
        var shown = GroupFigures.Of(new Distribution(change.N, change.Mean, change.Sd, change.Median, null, null, null, null), rules);
        return new MeasureChange(
            change.N, shown.Mean, shown.Sd, shown.Median, null, null, GroupFigures.Interval(shown), GroupFigures.PairedP(shown), change.WilcoxonExactP, null);
    }
}
