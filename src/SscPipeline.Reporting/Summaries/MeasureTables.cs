using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Measures by scope and planned visit.</summary>
internal static class MeasureTables
{
    /// <remarks>Each measure by itself, on all processors: the figures of one do not depend on those of another.</remarks>
    public static ImmutableArray<Measure> Build(Cohort cohort, WindowRule rule, ImmutableArray<Scope> scopes)
    {
        var measures = MeasureDefinition.All.Where(measure => !measure.IsOptional || IsThere(cohort, measure.Variable)).ToArray();
        return [.. measures.AsParallel().AsOrdered().Select(measure => new Measure(measure.Variable, measure.Unit, Rows(cohort, rule, scopes, measure.Variable)))];
    }

    private static bool IsThere(Cohort cohort, string variable) => cohort.Figures.Any(site => site.Columns.Column(FigureVariables.PlaceOf(variable)) is not null);

    private static ImmutableArray<MeasureRow> Rows(Cohort cohort, WindowRule rule, ImmutableArray<Scope> scopes, string variable)
    {
        var place = FigureVariables.PlaceOf(variable);
        decimal?[] baselines = [.. cohort.Subjects.Select(subject => subject.Baseline(place))];
        Observed[][] observed = [.. VisitSchedule.Visits.Select(visit => Observe(cohort, baselines, visit, rule, place))];

        return [.. from scope in scopes
                   from month in observed.Index()
                   let row = Row(scope, VisitSchedule.Visits[month.Index].Month, variable, month.Item.AsSpan(scope.First, scope.Subjects.Length))
                   where row is not null
                   select row];
    }

    private static Observed[] Observe(Cohort cohort, decimal?[] baselines, PlannedVisit visit, WindowRule rule, int place)
    {
        var observed = new Observed[baselines.Length];
        for (var index = 0; index < observed.Length; index++)
        {
            var subject = cohort.Subjects[index];
            var value = subject.At(visit, rule, place);
            observed[index] = new Observed(
                value,
                value is null ? null : baselines[index],
                subject.IsExpected(visit, rule),
                value is null ? subject.WhyMissing(visit, rule, place) : null);
        }

        return observed;
    }

    /// <returns>Null where nobody was expected and nothing was sent.</returns>
    private static MeasureRow? Row(Scope scope, int month, string variable, ReadOnlySpan<Observed> observed)
    {
        var (expected, missing, found, pairs) = (0, new int[Enum.GetValues<MissingWhy>().Length], new List<decimal>(observed.Length), new List<(decimal Before, decimal Now)>(observed.Length));
        foreach (var one in observed)
        {
            expected += one.IsExpected ? 1 : 0;
            if (one.Missing is { } why)
            {
                missing[(int)why]++;
            }

            if (one.Value is { } value)
            {
                found.Add(value);
                if (one.Baseline is { } before)
                {
                    pairs.Add((before, value));
                }
            }
        }

        if (found.Count == 0 && expected == 0)
        {
            return null;
        }

        var values = new Sample(found);
        return new MeasureRow(
            scope.Name,
            month,
            values.Count,
            expected,
            values.Mean,
            values.Sd,
            values.Median,
            values.Q1,
            values.Q3,
            values.Min,
            values.Max,
            new MissingCounts(missing[(int)MissingWhy.NotYetDue], missing[(int)MissingWhy.Withdrawn], missing[(int)MissingWhy.NotDone], missing[(int)MissingWhy.Rejected]),
            month == 0 ? null : Change(pairs),
            month == 0 || variable != Variables.MrssTotal ? null : Respond(pairs))
        {
            MeanCi95 = PairedT.Confidence95(values)?.Ends,
        };
    }

    private static MeasureChange Change(List<(decimal Before, decimal Now)> pairs)
    {
        var changes = new Sample(pairs.Select(pair => pair.Now - pair.Before));
        return new MeasureChange(
            changes.Count,
            changes.Mean,
            changes.Sd,
            changes.Median,
            changes.Min,
            changes.Max,
            PairedT.Confidence95(changes)?.Ends,
            PairedT.PValue(changes),
            SignedRank.ExactP(changes.Values),
            null);
    }

    private static Responders Respond(List<(decimal Before, decimal Now)> pairs)
    {
        var responders = pairs.Count(pair => SkinResponse.IsResponder(pair.Before, pair.Now));
        return new Responders(
            responders,
            pairs.Count,
            Proportion.Wilson95(responders, pairs.Count)?.Ends,
            Proportion.ClopperPearson95(responders, pairs.Count)?.Ends,
            pairs.Count(pair => pair.Before < SkinResponse.SmallestBaseline));
    }

    private readonly record struct Observed(decimal? Value, decimal? Baseline, bool IsExpected, MissingWhy? Missing);
}
