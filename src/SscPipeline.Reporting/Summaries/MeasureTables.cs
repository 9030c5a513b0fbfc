using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Measures by scope and planned visit.</summary>
/// <remarks>Each measure by itself, on all processors: the figures of one do not depend on those of another.</remarks>
internal static class MeasureTables
{
    /// <summary>All rows, and under another rule those of all sites together.</summary>
    /// <param name="sites">The rows of sites, which are not made again.</param>
    public static (ImmutableArray<Measure> Measures, ImmutableArray<Measure> UnderOther) Build(
        Cohort cohort, WindowRule rule, WindowRule otherRule, IReadOnlyList<SiteTables> sites)
    {
        var (grid, other) = (cohort.Grid(rule), cohort.Grid(otherRule));
        bool[] isAlike = [.. Enumerable.Range(0, VisitSchedule.Visits.Length).Select(visit => grid.Rows(visit).SequenceEqual(other.Rows(visit)))];
        var measures = MeasureDefinition.All.Where(measure => !measure.IsOptional || IsThere(cohort, measure.Variable)).ToArray();
        var (built, underOther) = (new Measure[measures.Length], new Measure[measures.Length]);
        Parallel.For(0, measures.Length, index =>
        {
            var measure = measures[index];
            using var values = new MeasureValues(cohort.SiteScopes, grid, FigureVariables.PlaceOf(measure.Variable));
            var statistics = Overall(cohort, measure, values, _ => null);
            built[index] = new Measure(measure.Variable, measure.Unit, Rows(cohort, grid, measure, values, statistics, sites));

            // What both windows hold alike is not looked for again.
            using var otherValues = values.Under(cohort.SiteScopes, other, isAlike);
            var otherStatistics = Overall(cohort, measure, otherValues, visit => isAlike[0] && isAlike[visit] ? statistics[visit] : null);
            underOther[index] = new Measure(measure.Variable, measure.Unit, [.. WithCounts(otherStatistics, other, cohort.Scopes[0], Missing(cohort, otherValues).Overall)]);
        });
        return ([.. built], [.. underOther]);
    }

    /// <summary>A site's own rows, without counts.</summary>
    public static ImmutableArray<ImmutableArray<MeasureRow>> OfSite(Cohort cohort, Scope site, WindowRule rule) =>
    [
        .. from measure in MeasureDefinition.All
           let place = FigureVariables.PlaceOf(measure.Variable)
           select site.Columns.Column(place) is null ? [] : OfSite(cohort, site, rule, place, measure),
    ];

    private static ImmutableArray<MeasureRow> OfSite(Cohort cohort, Scope site, WindowRule rule, int place, MeasureDefinition measure)
    {
        using var values = new MeasureValues([site], cohort.Grid(rule), place);
        return
        [
            .. VisitSchedule.Visits.Select((visit, index) =>
                MeasureStatistics.Of(site.Name, visit.Month, measure.Variable, values.At(index, site), values.At(0, site), values.Scale)),
        ];
    }

    private static bool IsThere(Cohort cohort, string variable) => cohort.Figures.Any(site => site.Columns.Column(FigureVariables.PlaceOf(variable)) is not null);

    /// <summary>By scope and visit.</summary>
    private static ImmutableArray<MeasureRow> Rows(
        Cohort cohort, VisitGrid grid, MeasureDefinition measure, MeasureValues values, MeasureRow[] overall, IReadOnlyList<SiteTables> sites)
    {
        var missing = Missing(cohort, values);
        var rows = ImmutableArray.CreateBuilder<MeasureRow>();
        rows.AddRange(WithCounts(overall, grid, cohort.Scopes[0], missing.Overall));
        for (var index = 0; index < sites.Count; index++)
        {
            var (site, own) = (cohort.SiteScopes[index], sites[index].Measures[MeasureDefinition.All.IndexOf(measure)]);
            rows.AddRange(WithCounts(own.IsEmpty ? Nothing(site, measure) : own, grid, site, missing.Sites[index]));
        }

        return rows.ToImmutable();
    }

    /// <param name="known">The statistics where they are known already.</param>
    private static MeasureRow[] Overall(Cohort cohort, MeasureDefinition measure, MeasureValues values, Func<int, MeasureRow?> known) =>
    [
        .. from visit in Enumerable.Range(0, VisitSchedule.Visits.Length)
           let all = cohort.Scopes[0]
           select known(visit) ?? MeasureStatistics.Of(all.Name, VisitSchedule.Visits[visit].Month, measure.Variable, values.At(visit, all), values.At(0, all), values.Scale),
    ];

    /// <summary>By visit, of every site and of all together.</summary>
    private static (MissingCounts[] Overall, MissingCounts[][] Sites) Missing(Cohort cohort, MeasureValues values)
    {
        var visits = Enumerable.Range(0, VisitSchedule.Visits.Length);
        MissingCounts[][] sites = [.. cohort.SiteScopes.Select(site => visits.Select(visit => values.Missing(visit, site)).ToArray())];
        return ([.. visits.Select(visit => sites.Select(site => site[visit]).Aggregate(new MissingCounts(0, 0, 0, 0), Sum))], sites);
    }

    /// <summary>But for visits at which nobody was expected and nothing was sent.</summary>
    private static IEnumerable<MeasureRow> WithCounts(IEnumerable<MeasureRow> statistics, VisitGrid grid, Scope scope, MissingCounts[] missing) =>
        from row in statistics.Select((row, visit) => row with { NExpected = grid.Expected(visit, scope), Missing = missing[visit] })
        where row.N != 0 || row.NExpected != 0
        select row;

    private static IEnumerable<MeasureRow> Nothing(Scope site, MeasureDefinition measure) =>
        VisitSchedule.Visits.Select(visit => MeasureStatistics.Of(site.Name, visit.Month, measure.Variable, [], [], scale: 0));

    private static MissingCounts Sum(MissingCounts one, MissingCounts other) =>
        new(one.NotYetDue + other.NotYetDue, one.Withdrawn + other.Withdrawn, one.NotDone + other.NotDone, one.Rejected + other.Rejected);
}
