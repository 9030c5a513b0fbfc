using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Courses of single subjects, by site and subject; none of a study with more than <see cref="MostSubjects"/>, in whose pictures
/// nobody could be told apart.</summary>
internal static class SubjectCourses
{
    public const int MostSubjects = 500;

    private static readonly ImmutableArray<string> Drawn =
    [
        Variables.MrssTotal, Variables.FvcPctPred, Variables.DlcoPctPred,
        PercentPredicted.Recomputed(Variables.FvcPctPred), PercentPredicted.Recomputed(Variables.DlcoPctPred),
    ];

    public static ImmutableArray<SubjectCourse> Build(Cohort cohort, DateOnly cutOff) =>
        cohort.Subjects.Length > MostSubjects ? [] : [.. cohort.Subjects.Select(subject => Course(subject, cutOff))];

    private static SubjectCourse Course(CohortSubject subject, DateOnly cutOff)
    {
        var cutOffDay = subject.Data.StartDate is { } start ? VisitSchedule.StudyDay(cutOff, start) : (int?)null;
        return new SubjectCourse(
            subject.Site,
            subject.Id,
            subject.Data.Code(Variables.Ild) switch { "Y" => true, "N" => false, _ => null },
            subject.Data.StartDay,
            subject.Data.LastDoseDay,
            subject.Data.LastDoseDay ?? cutOffDay ?? (subject.Visits.IsEmpty ? null : subject.Visits[^1].StudyDay),
            [.. Doses(subject)],
            [.. subject.Visits.Select(Visit)],
            [.. subject.Data.AdverseEvents.Select(Event).OrderBy(one => one.OnsetDay ?? int.MaxValue).ThenBy(one => one.ToString(), StringComparer.Ordinal)],
            Best(subject, cutOffDay));
    }

    private static CourseVisit Visit(VisitData visit) => new(
        visit.StudyDay!.Value,
        Drawn.Where(variable => visit.Number(variable) is not null)
            .ToImmutableSortedDictionary(variable => variable, variable => (double)visit.Number(variable)!.Value, StringComparer.Ordinal));

    /// <summary>What visits say of the dose, from the first dose on; the subject's own dose where no visit speaks of that day.</summary>
    private static IEnumerable<DoseStep> Doses(CohortSubject subject)
    {
        var first = subject.Data.StartDay;
        var said = subject.Visits
            .Where(visit => visit.StudyDay >= first && visit.Number(Variables.ImatinibDose) is not null)
            .Select(visit => (Day: visit.StudyDay!.Value, Dose: visit.Number(Variables.ImatinibDose)!.Value))
            .ToList();
        if (subject.Data.Number(Variables.ImatinibDose) is { } planned && (said.Count == 0 || said[0].Day > first))
        {
            said.Insert(0, (first, planned));
        }

        return said.Where((step, index) => index == 0 || step.Dose != said[index - 1].Dose).Select(step => new DoseStep(step.Day, (double)step.Dose));
    }

    private static CourseEvent Event(AdverseEventData adverseEvent) => new(
        adverseEvent.OnsetDay,
        adverseEvent.EndDay,
        Shown(adverseEvent, Variables.AeTerm),
        Shown(adverseEvent, Variables.AeGrade),
        adverseEvent.Code(Variables.AeSerious) == "Y");

    private static string? Shown(AdverseEventData adverseEvent, string variable) =>
        adverseEvent.Values.GetValueOrDefault(variable)?.Outcome.Value.ToString() is { Length: > 0 } text ? text : null;

    private static BestMrss? Best(CohortSubject subject, int? cutOffDay)
    {
        var best = subject.Visits
            .Where(visit => visit.StudyDay > VisitSchedule.Visits[0].Strict.Last && !(visit.StudyDay > cutOffDay) && visit.Number(Variables.MrssTotal) is not null)
            .MinBy(visit => visit.Number(Variables.MrssTotal));
        return best?.Number(Variables.MrssTotal) is { } value && subject.Baseline(Variables.MrssTotal) is { } baseline
            ? new BestMrss(best.StudyDay!.Value, (double)baseline, (double)value, (double)(value - baseline), SkinResponse.IsResponder(baseline, value))
            : null;
    }
}
