using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

internal static class SkinClasses
{
    private static readonly int Skin = FigureVariables.PlaceOf(Variables.MrssTotal);

    /// <summary>Of planned visits at which anybody has a change.</summary>
    public static IEnumerable<SkinClassRow> Rows(Scope scope, WindowRule rule) =>
        from visit in VisitSchedule.Visits
        where visit.Month > 0
        let row = Row(scope, visit, rule)
        where row.Decrease5.N > 0
        select row;

    /// <summary>All sites together, of their rows.</summary>
    public static IEnumerable<SkinClassRow> Together(IEnumerable<SkinClassRow> sites) =>
        from row in sites
        group row by row.Month into month
        orderby month.Key
        select new SkinClassRow(
            Cohort.Overall, month.Key, Share.Together(month.Select(row => row.Decrease5)), Share.Together(month.Select(row => row.Decrease3)), Share.Together(month.Select(row => row.Progressors)));

    private static SkinClassRow Row(Scope scope, PlannedVisit visit, WindowRule rule)
    {
        var (all, by5, by3, progressors) = (0, 0, 0, 0);
        foreach (var subject in scope.Subjects)
        {
            if (subject.At(visit, rule, Skin) is { } now && subject.Baseline(Skin) is { } before)
            {
                all++;
                by5 += SkinResponse.FallsBy(5, before, now) ? 1 : 0;
                by3 += SkinResponse.FallsBy(3, before, now) ? 1 : 0;
                progressors += SkinResponse.IsProgressor(before, now) ? 1 : 0;
            }
        }

        return new SkinClassRow(scope.Name, visit.Month, Share.Of(by5, all), Share.Of(by3, all), Share.Of(progressors, all));
    }
}
