using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>One subject, with the questions that every table asks.</summary>
internal sealed class CohortSubject
{
    /// <summary>A value up to this many days after the last dose is on treatment.</summary>
    private const int OnTreatmentDays = 30;

    private readonly int? cutOffDay;

    public CohortSubject(string site, SubjectData data, DateOnly cutOff)
    {
        Site = site;
        Data = data;
        Visits = [.. data.Visits.Where(visit => visit.StudyDay is not null)];
        cutOffDay = data.StartDate is { } start ? VisitSchedule.StudyDay(cutOff, start) : null;
    }

    public string Site { get; }

    public SubjectData Data { get; }

    public string Id => Data.Subject;

    /// <summary>Those whose study day is known, by day.</summary>
    public ImmutableArray<VisitData> Visits { get; }

    /// <summary>The last value in the baseline window.</summary>
    public decimal? Baseline(string variable) => BaselineVisit(visit => visit.Number(variable) is not null)?.Number(variable);

    public VisitData? BaselineVisit(Func<VisitData, bool> hasValue) =>
        Visits.LastOrDefault(visit => VisitSchedule.Visits[0].Strict.Contains(visit.StudyDay!.Value) && hasValue(visit));

    /// <summary>Of the values in the visit's window the one nearest to its target day, on a tie the earlier; at baseline the last.</summary>
    public decimal? At(PlannedVisit visit, WindowRule rule, string variable) =>
        visit.Month == 0
            ? Baseline(variable)
            : InWindow(visit, rule)
                .Where(candidate => candidate.Number(variable) is not null)
                .MinBy(candidate => Math.Abs(candidate.StudyDay!.Value - visit.TargetDay))?
                .Number(variable);

    /// <summary>Treated on the first day of the window or later, or seen in it; at baseline always.</summary>
    public bool IsExpected(PlannedVisit visit, WindowRule rule)
    {
        var window = visit.Window(rule);
        return visit.Month == 0 || (LastKnownDay is { } last && last >= window.First) || InWindow(visit, rule).Any();
    }

    public MissingWhy WhyMissing(PlannedVisit visit, WindowRule rule, string variable)
    {
        var seen = InWindow(visit, rule).ToList();
        return seen.Any(candidate => candidate.Missing.GetValueOrDefault(variable) == MissingReason.Withheld) ? MissingWhy.Rejected
            : IsExpected(visit, rule) && (seen.Count > 0 || !IsStillOpen(visit, rule)) ? MissingWhy.NotDone
            : Data.LastDoseDay is { } last && last < visit.Window(rule).First ? MissingWhy.Withdrawn
            : MissingWhy.NotYetDue;
    }

    public bool IsOnTreatment(int studyDay) => Data.LastDoseDay is not { } last || studyDay <= last + OnTreatmentDays;

    /// <summary>The last dose. While treatment goes on: the cut-off, or the last visit where no start date tells the day of the cut-off.</summary>
    private int? LastKnownDay => Data.LastDoseDay ?? cutOffDay ?? (Visits.IsEmpty ? null : Visits[^1].StudyDay);

    private bool IsStillOpen(PlannedVisit visit, WindowRule rule) => visit.Month != 0 && cutOffDay < visit.Window(rule).Last;

    private IEnumerable<VisitData> InWindow(PlannedVisit visit, WindowRule rule)
    {
        var window = visit.Window(rule);
        return Visits.Where(candidate => window.Contains(candidate.StudyDay!.Value));
    }
}

internal enum MissingWhy
{
    NotYetDue,
    Withdrawn,
    NotDone,
    Rejected,
}
