using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Measures by scope and planned visit.</summary>
internal static class MeasureTables
{
    public static ImmutableArray<Measure> Build(Cohort cohort, WindowRule rule, IReadOnlyList<string> scopes) =>
        [.. from definition in MeasureDefinition.All
            where !definition.IsOptional || cohort.Subjects.Any(subject => subject.Visits.Any(visit => subject.Number(visit, definition.Variable) is not null))
            select new Measure(definition.Variable, definition.Unit, Rows(cohort, rule, scopes, definition.Variable))];

    private static ImmutableArray<MeasureRow> Rows(Cohort cohort, WindowRule rule, IReadOnlyList<string> scopes, string variable)
    {
        var baselines = cohort.Subjects.Select(subject => subject.Baseline(variable)).ToList();
        var observed = VisitSchedule.Visits
            .Select(visit => (Visit: visit, Values: cohort.Subjects.Select((subject, index) => Observe(subject, baselines[index], visit, rule, variable)).ToList()))
            .Select(month => (month.Visit, All: month.Values, BySite: month.Values.ToLookup(value => value.Site, StringComparer.Ordinal)))
            .ToList();

        return [.. from scope in scopes
                   from month in observed
                   let values = scope == Cohort.Overall ? month.All : [.. month.BySite[scope]]
                   where values.Any(value => value.Value is not null || value.IsExpected)
                   select Row(scope, month.Visit.Month, variable, values)];
    }

    private static Observed Observe(CohortSubject subject, decimal? baseline, PlannedVisit visit, WindowRule rule, string variable)
    {
        var value = subject.At(visit, rule, variable);
        return new Observed(
            subject.Site,
            value,
            value is null ? null : baseline,
            subject.IsExpected(visit, rule),
            value is null ? subject.WhyMissing(visit, rule, variable) : null);
    }

    private static MeasureRow Row(string scope, int month, string variable, List<Observed> observed)
    {
        var values = new Sample(observed.Select(one => one.Value).OfType<decimal>());
        var pairs = observed.Where(one => one is { Value: not null, Baseline: not null }).ToList();
        return new MeasureRow(
            scope,
            month,
            values.Count,
            observed.Count(one => one.IsExpected),
            values.Mean,
            values.Sd,
            values.Median,
            values.Q1,
            values.Q3,
            values.Min,
            values.Max,
            new MissingCounts(Missing(MissingWhy.NotYetDue), Missing(MissingWhy.Withdrawn), Missing(MissingWhy.NotDone), Missing(MissingWhy.Rejected)),
            month == 0 ? null : Change(pairs),
            month == 0 || variable != Variables.MrssTotal ? null : Respond(pairs))
        {
            MeanCi95 = PairedT.Confidence95(values)?.Ends,
        };

        int Missing(MissingWhy why) => observed.Count(one => one.Missing == why);
    }

    private static MeasureChange Change(List<Observed> pairs)
    {
        var changes = new Sample(pairs.Select(pair => pair.Value!.Value - pair.Baseline!.Value));
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

    private static Responders Respond(List<Observed> pairs)
    {
        var responders = pairs.Count(pair => SkinResponse.IsResponder(pair.Baseline!.Value, pair.Value!.Value));
        return new Responders(
            responders,
            pairs.Count,
            Proportion.Wilson95(responders, pairs.Count)?.Ends,
            Proportion.ClopperPearson95(responders, pairs.Count)?.Ends,
            pairs.Count(pair => pair.Baseline < SkinResponse.SmallestBaseline));
    }

    private sealed record Observed(string Site, decimal? Value, decimal? Baseline, bool IsExpected, MissingWhy? Missing);
}
