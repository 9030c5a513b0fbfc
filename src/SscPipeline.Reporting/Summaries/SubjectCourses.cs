using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

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
            subject.Data.Ild switch { "Y" => true, "N" => false, _ => null },
            subject.Data.StartDay,
            subject.Data.LastDoseDay,
            subject.Data.LastDoseDay ?? cutOffDay ?? (subject.Visits.IsEmpty ? null : subject.Visits[^1].StudyDay),
            [.. Doses(subject)],
            [.. subject.Visits.Select(Visit)],
            [.. subject.Data.Events.Select(Event).OrderBy(one => one.OnsetDay ?? int.MaxValue).ThenBy(one => one.ToString(), StringComparer.Ordinal)],
            Best(subject, cutOffDay));
    }

    private static CourseVisit Visit(VisitFigures visit) => new(
        visit.StudyDay,
        Drawn.Where(variable => visit.Number(variable) is not null)
            .ToImmutableSortedDictionary(variable => variable, variable => (double)visit.Number(variable)!.Value, StringComparer.Ordinal));

    /// <summary>What visits say of the dose, from the first dose on; the subject's own dose where no visit speaks of that day.</summary>
    private static IEnumerable<DoseStep> Doses(CohortSubject subject)
    {
        var first = subject.Data.StartDay;
        var said = subject.Visits
            .Where(visit => visit.StudyDay >= first && visit.Number(Variables.ImatinibDose) is not null)
            .Select(visit => (Day: visit.StudyDay, Dose: visit.Number(Variables.ImatinibDose)!.Value))
            .ToList();
        if (subject.Data.Dose is { } planned && (said.Count == 0 || said[0].Day > first))
        {
            said.Insert(0, (first, planned));
        }

        return said.Where((step, index) => index == 0 || step.Dose != said[index - 1].Dose).Select(step => new DoseStep(step.Day, (double)step.Dose));
    }

    private static CourseEvent Event(EventFigures adverseEvent) => new(
        adverseEvent.OnsetDay,
        adverseEvent.EndDay,
        adverseEvent.Shown(Variables.AeTerm),
        adverseEvent.Shown(Variables.AeGrade),
        adverseEvent.Code(Variables.AeSerious) == "Y");

    private static BestMrss? Best(CohortSubject subject, int? cutOffDay)
    {
        var best = subject.Visits
            .Where(visit => visit.StudyDay > VisitSchedule.Visits[0].Strict.Last && !(visit.StudyDay > cutOffDay) && visit.Number(Variables.MrssTotal) is not null)
            .Select(visit => ((int Day, decimal Value)?)(visit.StudyDay, visit.Number(Variables.MrssTotal)!.Value))
            .MinBy(visit => visit!.Value.Value);
        return best is var (day, value) && subject.Baseline(Variables.MrssTotal) is { } baseline
            ? new BestMrss(day, (double)baseline, (double)value, (double)(value - baseline), SkinResponse.IsResponder(baseline, value))
            : null;
    }
}
