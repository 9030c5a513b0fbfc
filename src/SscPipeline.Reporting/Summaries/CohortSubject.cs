using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>One subject, with the questions that every table asks.</summary>
internal sealed class CohortSubject
{
    /// <summary>A value up to this many days after the last dose is on treatment.</summary>
    private const int OnTreatmentDays = 30;

    private readonly int? cutOffDay;

    /// <summary>The last dose. While treatment goes on: the cut-off, or the last visit where no start date tells the day of the cut-off.</summary>
    private readonly int? lastKnownDay;

    /// <summary>The visits in each planned visit's window, by rule: they stand side by side, since visits are sorted by day.</summary>
    private readonly (int First, int Count)[] windows = new (int, int)[2 * VisitSchedule.Visits.Length];

    public CohortSubject(string site, SubjectFigures data, FigureColumns columns, DateOnly cutOff)
    {
        (Site, Data) = (site, data);
        Visits = new VisitRows(columns, data.FirstRow, data.Rows);
        cutOffDay = data.StartDate is { } start ? VisitSchedule.StudyDay(cutOff, start) : null;
        lastKnownDay = data.LastDoseDay ?? cutOffDay ?? (Visits.IsEmpty ? null : Visits[^1].StudyDay);
        for (var visit = 0; visit < VisitSchedule.Visits.Length; visit++)
        {
            windows[visit] = Find(VisitSchedule.Visits[visit].Strict);
            windows[VisitSchedule.Visits.Length + visit] = Find(VisitSchedule.Visits[visit].Contiguous);
        }

        Treated = TreatedTime.Of(this);
    }

    public string Site { get; }

    public SubjectFigures Data { get; }

    public string Id => Data.Subject;

    /// <summary>Those whose study day is known, by day.</summary>
    public VisitRows Visits { get; }

    /// <summary>The last value in the baseline window.</summary>
    public decimal? Baseline(string variable) => Baseline(FigureVariables.PlaceOf(variable));

    public decimal? Baseline(int place)
    {
        var (first, count) = windows[0];
        for (var at = first + count - 1; at >= first; at--)
        {
            if (Visits[at].Number(place) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The last code of parenteral nutrition in the baseline window.</summary>
    public string? BaselineTpn => InWindow(VisitSchedule.Visits[0], WindowRule.Strict).Last(visit => visit.Tpn is not null)?.Tpn;

    /// <summary>Of the values in the visit's window the one nearest to its target day, on a tie the earlier; at baseline the last.</summary>
    public decimal? At(PlannedVisit visit, WindowRule rule, string variable) => At(visit, rule, FigureVariables.PlaceOf(variable));

    public decimal? At(PlannedVisit visit, WindowRule rule, int place)
    {
        if (visit.Month == 0)
        {
            return Baseline(place);
        }

        var (nearest, found) = (int.MaxValue, (decimal?)null);
        foreach (var candidate in InWindow(visit, rule))
        {
            var distance = Math.Abs(candidate.StudyDay - visit.TargetDay);
            if (distance < nearest && candidate.Number(place) is { } number)
            {
                (nearest, found) = (distance, number);
            }
        }

        return found;
    }

    /// <summary>Treated on the first day of the window or later, or seen in it; at baseline always.</summary>
    public bool IsExpected(PlannedVisit visit, WindowRule rule) =>
        visit.Month == 0 || (lastKnownDay is { } last && last >= visit.Window(rule).First) || IsSeen(visit, rule);

    public MissingWhy WhyMissing(PlannedVisit visit, WindowRule rule, int place)
    {
        foreach (var candidate in InWindow(visit, rule))
        {
            if (candidate.IsWithheld(place))
            {
                return MissingWhy.Rejected;
            }
        }

        return WhyMissing(visit, rule);
    }

    /// <summary>Of the visit itself.</summary>
    public MissingWhy WhyMissing(PlannedVisit visit, WindowRule rule) =>
        IsExpected(visit, rule) && (IsSeen(visit, rule) || !IsStillOpen(visit, rule)) ? MissingWhy.NotDone
        : Data.LastDoseDay is { } last && last < visit.Window(rule).First ? MissingWhy.Withdrawn
        : MissingWhy.NotYetDue;

    public bool IsSeen(PlannedVisit visit, WindowRule rule) => !InWindow(visit, rule).IsEmpty;

    /// <summary>The study day on which the report's data end; null without a start date.</summary>
    public int? CutOffDay => cutOffDay;

    /// <summary>From the first dose: the last dose, while treatment goes on the cut-off, else the last visit; never after the cut-off. Null
    /// when nothing tells of treatment.</summary>
    public int? LastTreatedDay => !Data.HasSubjectRow && Data.LastDoseDay is null ? null
        : lastKnownDay is { } last && (cutOffDay is { } end ? Math.Min(last, end) : last) is var day && day >= Data.StartDay ? day : null;

    /// <summary>Null when nothing tells of treatment.</summary>
    public TreatedTime? Treated { get; }

    /// <summary>Null when nothing tells of treatment.</summary>
    public bool? IsTreatedAtCutOff => Data.LastDoseDay is { } last ? cutOffDay <= last : Data.HasSubjectRow ? true : null;

    public bool IsOnTreatment(int studyDay) => Data.LastDoseDay is not { } last || studyDay <= last + OnTreatmentDays;

    public VisitRows InWindow(PlannedVisit visit, WindowRule rule)
    {
        var planned = 0;
        while (!ReferenceEquals(VisitSchedule.Visits[planned], visit))
        {
            planned++;
        }

        var (first, count) = windows[(rule == WindowRule.Strict ? 0 : VisitSchedule.Visits.Length) + planned];
        return Visits.Slice(first, count);
    }

    /// <summary>Rows of the site's columns in the window of a planned visit.</summary>
    public (int First, int Count) Rows(int visit, WindowRule rule)
    {
        var (first, count) = windows[(rule == WindowRule.Strict ? 0 : VisitSchedule.Visits.Length) + visit];
        return (Data.FirstRow + first, count);
    }

    private bool IsStillOpen(PlannedVisit visit, WindowRule rule) => visit.Month != 0 && cutOffDay < visit.Window(rule).Last;

    private (int First, int Count) Find(DayWindow window)
    {
        var first = 0;
        while (first < Visits.Length && Visits[first].StudyDay < window.First)
        {
            first++;
        }

        var next = first;
        while (next < Visits.Length && Visits[next].StudyDay <= window.Last)
        {
            next++;
        }

        return (first, next - first);
    }
}

internal enum MissingWhy
{
    NotYetDue,
    Withdrawn,
    NotDone,
    Rejected,
}
