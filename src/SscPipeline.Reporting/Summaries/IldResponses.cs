using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Response of the lung in subjects with ILD, at every planned visit that has FVC and whose subject has it at baseline.</summary>
internal static class IldResponses
{
    private const int MonthsOfPpf = 12;

    /// <param name="isRecomputed">The study counts recomputed % predicted, not the one that the sites sent.</param>
    public static IldResponse Build(Cohort cohort, WindowRule rule, IReadOnlyList<string> scopes, bool isRecomputed)
    {
        var (fvc, dlco) = (PercentPredicted.Variable(Variables.FvcPctPred, isRecomputed), PercentPredicted.Variable(Variables.DlcoPctPred, isRecomputed));
        var primary = Subjects(cohort, rule, isRecomputed);
        var recomputed = Subjects(cohort, rule, isRecomputed: true);
        return new IldResponse(
            ByMonth(primary, scopes),
            primary,
            [.. cohort.Subjects.Where(HasIld).Select(subject => AtLast(subject, fvc, dlco)).OfType<IldResponseAtLast>()],
            recomputed.IsEmpty ? null : new IldResponseRecomputed(ByMonth(recomputed, scopes), recomputed))
        {
            Classes = Classes(cohort, rule, scopes),
        };
    }

    /// <summary>On both bases, whichever of them the study counts.</summary>
    public static ImmutableArray<LungClassRow> Classes(Cohort cohort, WindowRule rule, IReadOnlyList<string> scopes) =>
    [
        .. LungClasses.Count("reported", Subjects(cohort, rule, isRecomputed: false), scopes),
        .. LungClasses.Count("recomputed", Subjects(cohort, rule, isRecomputed: true), scopes),
    ];

    private static bool HasIld(CohortSubject subject) => subject.Data.Ild == "Y";

    private static ImmutableArray<IldResponseSubject> Subjects(Cohort cohort, WindowRule rule, bool isRecomputed)
    {
        var (fvc, dlco) = (PercentPredicted.Variable(Variables.FvcPctPred, isRecomputed), PercentPredicted.Variable(Variables.DlcoPctPred, isRecomputed));
        return [.. from subject in cohort.Subjects
                   where HasIld(subject)
                   from visit in VisitSchedule.Visits
                   where visit.Month > 0
                   let response = Respond(subject, visit, rule, fvc, dlco)
                   where response is not null
                   select response];
    }

    private static IldResponseSubject? Respond(CohortSubject subject, PlannedVisit visit, WindowRule rule, string fvc, string dlco)
    {
        if (subject.Baseline(fvc) is not (> 0 and var fvcBefore) || subject.At(visit, rule, fvc) is not { } fvcNow)
        {
            return null;
        }

        var dlcoBefore = subject.Baseline(dlco);
        var dlcoNow = subject.At(visit, rule, dlco);
        var hasDlco = dlcoBefore is > 0 && dlcoNow is not null;
        var fvcRelative = LungResponse.Relative(fvcBefore, fvcNow);
        var dlcoRelative = hasDlco ? LungResponse.Relative(dlcoBefore!.Value, dlcoNow!.Value) : (decimal?)null;
        var dlcoAbsolute = hasDlco ? dlcoNow - dlcoBefore : null;
        var corrected = DerivedValues.CorrectedForHaemoglobin(dlco);
        var correctedAbsolute = subject.At(visit, rule, corrected) - subject.Baseline(corrected);
        return new IldResponseSubject(
            subject.Site,
            subject.Id,
            visit.Month,
            LungResponse.Category(fvcRelative, dlcoRelative),
            (double)fvcRelative,
            (double?)dlcoRelative,
            (double)(fvcNow - fvcBefore),
            (double?)dlcoAbsolute,
            LungResponse.Mcid(fvcNow - fvcBefore),
            visit.Month <= MonthsOfPpf ? LungResponse.MeetsPpfPhysiology(fvcNow - fvcBefore, correctedAbsolute ?? dlcoAbsolute) : null)
        {
            PpfDlco = visit.Month > MonthsOfPpf ? null
                : correctedAbsolute is not null ? DlcoBasis.HbCorrected
                : dlcoAbsolute is not null ? DlcoBasis.Uncorrected
                : null,
            DlcoHbAdjustedAbsolute = (double?)correctedAbsolute,
        };
    }

    private static IldResponseAtLast? AtLast(CohortSubject subject, string fvc, string dlco)
    {
        var found = subject.Visits.Last(visit =>
            visit.StudyDay > VisitSchedule.Visits[0].Strict.Last
            && visit.Number(fvc) is not null
            && subject.IsOnTreatment(visit.StudyDay));
        if (found is not { } last || subject.Baseline(fvc) is not (> 0 and var fvcBefore))
        {
            return null;
        }

        var fvcNow = last.Number(fvc)!.Value;
        var dlcoRelative = subject.Baseline(dlco) is > 0 and var dlcoBefore && last.Number(dlco) is { } dlcoNow
            ? LungResponse.Relative(dlcoBefore, dlcoNow)
            : (decimal?)null;
        var fvcRelative = LungResponse.Relative(fvcBefore, fvcNow);
        return new IldResponseAtLast(
            subject.Site,
            subject.Id,
            last.StudyDay,
            LungResponse.Category(fvcRelative, dlcoRelative),
            (double)fvcBefore,
            (double)fvcNow,
            (double)fvcRelative,
            (double?)dlcoRelative);
    }

    private static ImmutableArray<IldResponseCounts> ByMonth(ImmutableArray<IldResponseSubject> subjects, IReadOnlyList<string> scopes) =>
        [.. LungClasses.Count("", subjects, scopes)
            .Select(row => new IldResponseCounts(row.Scope, row.Month, row.Improved, row.Stable, row.Worsened, row.Indeterminate))];
}
