using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tables;

/// <summary><c>subjects.csv</c>: one row for each subject that the summary names; the public summary names none.</summary>
internal static class SubjectTable
{
    public static ReportFile Write(Summary summary)
    {
        var table = new CsvTable(
            "site", "subject", "ild", "first_dose_day", "last_dose_day", "known_to_day", "last_dose_mg_per_day", "visits",
            "mrss_baseline_points", "mrss_best_points", "mrss_best_day", "mrss_best_change_points", "mrss_responder",
            "fvc_first_pct_pred", "fvc_last_pct_pred", "adverse_events", "serious_adverse_events");
        foreach (var subject in summary.Subjects)
        {
            var (best, fvc) = (subject.BestMrss, subject.Visits.Where(visit => visit.Values.ContainsKey(Variables.FvcPctPred)).ToList());
            table.Add(
                subject.Site, subject.Subject, SummaryTables.YesNo(subject.HasIld), subject.FirstDoseDay, subject.LastDoseDay, subject.KnownToDay,
                subject.Doses.IsEmpty ? default(double?) : subject.Doses[^1].MgPerDay, subject.Visits.Length,
                best?.Baseline, best?.Value, best?.StudyDay, best?.Change, SummaryTables.YesNo(best?.IsResponder),
                Value(fvc.FirstOrDefault()), Value(fvc.LastOrDefault()), subject.AdverseEvents.Length, subject.AdverseEvents.Count(one => one.IsSerious));
        }

        return table.ToFile("subjects.csv");
    }

    private static double? Value(CourseVisit? visit) => visit?.Values[Variables.FvcPctPred];
}
