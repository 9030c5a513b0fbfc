using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Measures by scope and planned visit.</summary>
/// <remarks>Each measure by itself, on all processors: the figures of one do not depend on those of another.</remarks>
internal static class MeasureTables
{
    /// <param name="sites">The rows of sites, which are not made again.</param>
    public static ImmutableArray<Measure> Build(Cohort cohort, WindowRule rule, IReadOnlyList<SiteTables> sites) =>
        ForEach(cohort, cohort.Grid(rule), (measure, values) => Rows(cohort, cohort.Grid(rule), measure, values, sites));

    /// <summary>All sites together, under another rule.</summary>
    /// <param name="known">Under the study's own rule: what both windows hold alike is taken from there.</param>
    public static ImmutableArray<Measure> BuildOverall(Cohort cohort, WindowRule rule, WindowRule knownRule, ImmutableArray<Measure> known)
    {
        var (grid, other) = (cohort.Grid(rule), cohort.Grid(knownRule));
        bool[] isAlike = [.. Enumerable.Range(0, VisitSchedule.Visits.Length).Select(visit => grid.Rows(visit).SequenceEqual(other.Rows(visit)))];
        return ForEach(cohort, grid, (measure, values) =>
        {
            var rows = known.First(one => one.Variable == measure.Variable).Rows.Where(row => row.Scope == Cohort.Overall).ToDictionary(row => row.Month);
            return Overall(cohort, grid, measure, values, visit => isAlike[0] && isAlike[visit] ? rows.GetValueOrDefault(VisitSchedule.Visits[visit].Month) : null);
        });
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

    private static ImmutableArray<Measure> ForEach(Cohort cohort, VisitGrid grid, Func<MeasureDefinition, MeasureValues, IEnumerable<MeasureRow>> rows)
    {
        var measures = MeasureDefinition.All.Where(measure => !measure.IsOptional || IsThere(cohort, measure.Variable)).ToArray();
        var built = new Measure[measures.Length];
        Parallel.For(0, measures.Length, index =>
        {
            using var values = new MeasureValues(cohort.SiteScopes, grid, FigureVariables.PlaceOf(measures[index].Variable));
            built[index] = new Measure(measures[index].Variable, measures[index].Unit, [.. rows(measures[index], values)]);
        });
        return [.. built];
    }

    private static bool IsThere(Cohort cohort, string variable) => cohort.Figures.Any(site => site.Columns.Column(FigureVariables.PlaceOf(variable)) is not null);

    private static IEnumerable<MeasureRow> Rows(Cohort cohort, VisitGrid grid, MeasureDefinition measure, MeasureValues values, IReadOnlyList<SiteTables> sites) =>
    [
        .. Overall(cohort, grid, measure, values, _ => null),
        .. from site in cohort.SiteScopes.Zip(sites)
           let own = site.Second.Measures[MeasureDefinition.All.IndexOf(measure)]
           from visit in Enumerable.Range(0, VisitSchedule.Visits.Length)
           let statistics = own.IsEmpty ? Nothing(site.First, visit, measure) : own[visit]
           let row = With(statistics, grid.Expected(visit, site.First), values.Missing(visit, site.First))
           where row is not null
           select row,
    ];

    /// <param name="known">The statistics where they are known already.</param>
    private static IEnumerable<MeasureRow> Overall(
        Cohort cohort, VisitGrid grid, MeasureDefinition measure, MeasureValues values, Func<int, MeasureRow?> known) =>
        from visit in Enumerable.Range(0, VisitSchedule.Visits.Length)
        let all = cohort.Scopes[0]
        let statistics = known(visit) ?? MeasureStatistics.Of(all.Name, VisitSchedule.Visits[visit].Month, measure.Variable, values.At(visit, all), values.At(0, all), values.Scale)
        let missing = cohort.SiteScopes.Select(site => values.Missing(visit, site)).Aggregate(new MissingCounts(0, 0, 0, 0), Sum)
        let row = With(statistics, grid.Expected(visit, all), missing)
        where row is not null
        select row;

    private static MeasureRow Nothing(Scope site, int visit, MeasureDefinition measure) =>
        MeasureStatistics.Of(site.Name, VisitSchedule.Visits[visit].Month, measure.Variable, [], [], scale: 0);

    /// <returns>Null where nobody was expected and nothing was sent.</returns>
    private static MeasureRow? With(MeasureRow statistics, int expected, MissingCounts missing) =>
        statistics.N == 0 && expected == 0 ? null : statistics with { NExpected = expected, Missing = missing };

    private static MissingCounts Sum(MissingCounts one, MissingCounts other) =>
        new(one.NotYetDue + other.NotYetDue, one.Withdrawn + other.Withdrawn, one.NotDone + other.NotDone, one.Rejected + other.Rejected);
}
