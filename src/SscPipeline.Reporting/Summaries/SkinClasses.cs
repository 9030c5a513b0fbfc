using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

internal static class SkinClasses
{
    /// <summary>Of planned visits at which anybody has a change.</summary>
    public static IEnumerable<SkinClassRow> Rows(Scope scope, WindowRule rule) =>
        from visit in VisitSchedule.Visits
        where visit.Month > 0
        let pairs = Pairs(scope, visit, rule)
        where pairs.Count > 0
        select new SkinClassRow(
            scope.Name,
            visit.Month,
            Share.Of(pairs, pair => SkinResponse.FallsBy(5, pair.Before, pair.Now)),
            Share.Of(pairs, pair => SkinResponse.FallsBy(3, pair.Before, pair.Now)),
            Share.Of(pairs, pair => SkinResponse.IsProgressor(pair.Before, pair.Now)));

    private static List<(decimal Before, decimal Now)> Pairs(Scope scope, PlannedVisit visit, WindowRule rule)
    {
        var pairs = new List<(decimal, decimal)>();
        foreach (var subject in scope.Subjects)
        {
            if (subject.At(visit, rule, Variables.MrssTotal) is { } now && subject.Baseline(Variables.MrssTotal) is { } before)
            {
                pairs.Add((before, now));
            }
        }

        return pairs;
    }
}
