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
    /// <summary>The last dose. While treatment goes on: the cut-off, or the last visit where no start date tells the day of the cut-off.</summary>
    private readonly int? lastKnownDay;

    private readonly Dictionary<(int Month, WindowRule Rule), VisitData[]> inWindow = [];

    public CohortSubject(string site, SubjectData data, DateOnly cutOff)
    {
        Site = site;
        Data = data;
        Visits = [.. data.Visits.Where(visit => visit.StudyDay is not null)];
        cutOffDay = data.StartDate is { } start ? VisitSchedule.StudyDay(cutOff, start) : null;
        lastKnownDay = data.LastDoseDay ?? cutOffDay ?? (Visits.IsEmpty ? null : Visits[^1].StudyDay);
    }

    public string Site { get; }

    public SubjectData Data { get; }

    public string Id => Data.Subject;

    /// <summary>Those whose study day is known, by day.</summary>
    public ImmutableArray<VisitData> Visits { get; }

    /// <summary>The last value in the baseline window.</summary>
    public decimal? Baseline(string variable) => BaselineVisit(visit => Number(visit, variable) is not null) is { } visit ? Number(visit, variable) : null;

    /// <summary>The number at one visit, also of a variable that only reports know.</summary>
    public decimal? Number(VisitData visit, string variable) => DerivedValues.Number(Data, visit, variable);

    public VisitData? BaselineVisit(Func<VisitData, bool> hasValue) =>
        Visits.LastOrDefault(visit => VisitSchedule.Visits[0].Strict.Contains(visit.StudyDay!.Value) && hasValue(visit));

    /// <summary>Of the values in the visit's window the one nearest to its target day, on a tie the earlier; at baseline the last.</summary>
    public decimal? At(PlannedVisit visit, WindowRule rule, string variable)
    {
        if (visit.Month == 0)
        {
            return Baseline(variable);
        }

        var (nearest, found) = (int.MaxValue, (decimal?)null);
        foreach (var candidate in InWindow(visit, rule))
        {
            var distance = Math.Abs(candidate.StudyDay!.Value - visit.TargetDay);
            if (distance < nearest && Number(candidate, variable) is { } number)
            {
                (nearest, found) = (distance, number);
            }
        }

        return found;
    }

    /// <summary>Treated on the first day of the window or later, or seen in it; at baseline always.</summary>
    public bool IsExpected(PlannedVisit visit, WindowRule rule)
    {
        var window = visit.Window(rule);
        return visit.Month == 0 || (lastKnownDay is { } last && last >= window.First) || InWindow(visit, rule).Length > 0;
    }

    public MissingWhy WhyMissing(PlannedVisit visit, WindowRule rule, string variable)
    {
        var seen = InWindow(visit, rule);
        return seen.Any(candidate => !candidate.Missing.IsEmpty && candidate.Missing.GetValueOrDefault(variable) == MissingReason.Withheld) ? MissingWhy.Rejected
            : IsExpected(visit, rule) && (seen.Length > 0 || !IsStillOpen(visit, rule)) ? MissingWhy.NotDone
            : Data.LastDoseDay is { } last && last < visit.Window(rule).First ? MissingWhy.Withdrawn
            : MissingWhy.NotYetDue;
    }

    public bool IsSeen(PlannedVisit visit, WindowRule rule) => InWindow(visit, rule).Length > 0;

    /// <summary>The study day on which the report's data end; null without a start date.</summary>
    public int? CutOffDay => cutOffDay;

    /// <summary>From the first dose: the last dose, while treatment goes on the cut-off, else the last visit; never after the cut-off. Null
    /// when nothing tells of treatment.</summary>
    public int? LastTreatedDay => !Data.HasSubjectRow && Data.LastDoseDay is null ? null
        : lastKnownDay is { } last && (cutOffDay is { } end ? Math.Min(last, end) : last) is var day && day >= Data.StartDay ? day : null;

    /// <summary>Null when nothing tells of treatment.</summary>
    public bool? IsTreatedAtCutOff => Data.LastDoseDay is { } last ? cutOffDay <= last : Data.HasSubjectRow ? true : null;

    public bool IsOnTreatment(int studyDay) => Data.LastDoseDay is not { } last || studyDay <= last + OnTreatmentDays;

    private bool IsStillOpen(PlannedVisit visit, WindowRule rule) => visit.Month != 0 && cutOffDay < visit.Window(rule).Last;

    private VisitData[] InWindow(PlannedVisit visit, WindowRule rule)
    {
        if (!inWindow.TryGetValue((visit.Month, rule), out var found))
        {
            var window = visit.Window(rule);
            found = [.. Visits.Where(candidate => window.Contains(candidate.StudyDay!.Value))];
            inWindow.Add((visit.Month, rule), found);
        }

        return found;
    }
}

internal enum MissingWhy
{
    NotYetDue,
    Withdrawn,
    NotDone,
    Rejected,
}
