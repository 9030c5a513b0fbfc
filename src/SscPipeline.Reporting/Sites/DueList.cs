using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Sites;

/// <summary>What a site has not sent and should have by now: due in the sense of the summary's expected visits, in strict windows.</summary>
/// <param name="Waiting">By subject; nothing can be said about their visits yet.</param>
/// <param name="Visits">By subject and visit.</param>
public sealed record DueList(ImmutableArray<WaitingSubject> Waiting, ImmutableArray<DueVisit> Visits)
{
    public static DueList Of(SiteData site, DateOnly today) => Of(SiteFigures.Of(site), today);

    /// <remarks>A value is due when the site sends that measure at all; the skin score always is. What is recorded as not done is not asked for again.</remarks>
    public static DueList Of(SiteFigures site, DateOnly today)
    {
        var measures = MeasureDefinition.All
            .Where(measure => !measure.IsOptional && (measure.Variable == Variables.MrssTotal || site.IsSent(measure.Variable)))
            .Select(measure => measure.Variable)
            .ToList();
        var waiting = site.Subjects
            .Select(subject => new WaitingSubject(subject.Subject, subject.HasSubjectRow, subject.VisitsWithoutDay))
            .Where(subject => !subject.IsKnown || subject.VisitsWithoutDay > 0)
            .ToImmutableArray();

        var unclear = waiting.Where(subject => subject.VisitsWithoutDay > 0).Select(subject => subject.Subject).ToHashSet(StringComparer.Ordinal);
        return new DueList(waiting,
        [
            .. from subject in new Cohort([site], today).Subjects
               where !unclear.Contains(subject.Id) && !(subject.Data.StartDate > today)
               from visit in VisitSchedule.Visits
               let due = Due(subject, visit, measures)
               where due is not null
               select due,
        ]);
    }

    private static DueVisit? Due(CohortSubject subject, PlannedVisit visit, List<string> measures)
    {
        var seen = subject.InWindow(visit, WindowRule.Strict).ToArray();
        var missing = measures
            .Where(measure => subject.WhyMissing(visit, WindowRule.Strict, FigureVariables.PlaceOf(measure)) == MissingWhy.NotDone)
            .Where(measure => seen.All(sent => sent.Number(measure) is null && !sent.IsNotDone(measure)))
            .ToImmutableArray();
        return missing.IsEmpty ? null : new DueVisit(
            subject.Id, visit.Month, visit.Strict, Day(visit.Strict.First), Day(visit.Strict.Last), seen.Length > 0 ? missing : []);

        DateOnly? Day(int studyDay) => subject.Data.StartDate?.AddDays(studyDay - 1);
    }
}

/// <param name="IsKnown">Some table of subjects names it.</param>
/// <param name="VisitsWithoutDay">Visits by date that wait for the date of the first dose.</param>
public sealed record WaitingSubject(string Subject, bool IsKnown, int VisitsWithoutDay);

/// <param name="Month">0 is baseline.</param>
/// <param name="From">Null where the date of the first dose is not known.</param>
/// <param name="Variables">What the visit lacks; empty when there is no visit at all.</param>
public sealed record DueVisit(string Subject, int Month, DayWindow Window, DateOnly? From, DateOnly? To, ImmutableArray<string> Variables);
