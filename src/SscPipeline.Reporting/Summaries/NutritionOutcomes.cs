using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Albumin and parenteral nutrition, by subject.</summary>
internal static class NutritionOutcomes
{
    /// <summary>Lower end of the reference interval, g/L.</summary>
    private const decimal NormalAlbumin = 35;

    public static Nutrition Build(Cohort cohort)
    {
        var all = cohort.Subjects.Select(Row).ToList();
        var bySite = all.ToLookup(row => row.Site, StringComparer.Ordinal);
        var rows = all.Where(row => row.AlbuminBaseline < (double)NormalAlbumin || row.TpnBaseline == "Y").ToList();
        return new Nutrition(
            rows.Count(row => row.AlbuminRestored is not null),
            rows.Count(row => row.AlbuminRestored == true),
            rows.Count(row => row.TpnBaseline == "Y"),
            rows.Count(row => row.TpnDiscontinued == true),
            [.. rows])
        {
            ByScope = [.. cohort.Scopes.Where(scope => !scope.Subjects.IsEmpty)
                .Select(scope => Count(scope.Name, scope.Name == Cohort.Overall ? all : [.. bySite[scope.Name]]))],
        };
    }

    private static NutritionCounts Count(string scope, List<NutritionRow> rows)
    {
        var withTpn = rows.Where(row => row.TpnBaseline == "Y").ToList();
        return new NutritionCounts(
            scope,
            Share.Of(rows.Where(row => row.AlbuminRestored is not null).ToList(), row => row.AlbuminRestored == true),
            rows.Count(row => row.TpnBaseline is "Y" or "N"),
            withTpn.Count,
            Share.Of(withTpn.Where(row => row.TpnDiscontinued is not null).ToList(), row => row.TpnDiscontinued == true),
            withTpn.Count(row => row.TpnDiscontinued is null));
    }

    private static NutritionRow Row(CohortSubject subject)
    {
        var albuminBefore = subject.Baseline(Variables.Albumin);
        var albuminLast = subject.Visits.Last(visit =>
            visit.Number(Variables.Albumin) is not null && subject.IsOnTreatment(visit.StudyDay));
        var albuminNow = albuminLast?.Number(Variables.Albumin);

        var tpnBefore = subject.BaselineTpn;
        var tpnLast = subject.Visits.Last(_ => true)?.Tpn;
        bool? isOff = tpnBefore == "Y" && tpnLast is "Y" or "N" ? tpnLast == "N" : null;
        var offDay = isOff == true ? FirstDayWithout(subject) : null;
        return new NutritionRow(
            subject.Site,
            subject.Id,
            (double?)albuminBefore,
            (double?)albuminNow,
            albuminLast?.StudyDay,
            albuminBefore < NormalAlbumin ? albuminNow >= NormalAlbumin : null,
            tpnBefore,
            tpnLast,
            offDay,
            offDay is { } day ? VisitSchedule.At(day, WindowRule.Strict)?.Month : null,
            isOff);
    }

    private static int? FirstDayWithout(CohortSubject subject)
    {
        var recorded = subject.Visits.Where(visit => visit.Tpn is "Y" or "N").ToList();
        var lastWith = recorded.FindLastIndex(visit => visit.Tpn == "Y");
        return recorded[lastWith + 1].StudyDay;
    }
}
