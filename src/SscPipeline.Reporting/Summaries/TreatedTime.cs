using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Figures;

namespace SscPipeline.Reporting.Summaries;

/// <summary>One subject's time on imatinib, first and last day included.</summary>
/// <param name="CumulativeMilligrams">Null when neither a visit on treatment nor the subject's row gives a dose.</param>
internal sealed record TreatedTime(int Days, decimal? CumulativeMilligrams, bool HasVisitDoses)
{
    private static readonly int Dose = FigureVariables.PlaceOf(Variables.ImatinibDose);

    public decimal Months => Days / VisitSchedule.DaysPerMonth;

    public static TreatedTime? Of(CohortSubject subject)
    {
        if (subject.LastTreatedDay is not { } last)
        {
            return null;
        }

        var first = subject.Data.StartDay;
        var doses = new List<(int Day, decimal Dose)>();
        foreach (var visit in subject.Visits)
        {
            if (visit.StudyDay >= first && visit.StudyDay <= last && visit.Number(Dose) is { } dosed)
            {
                doses.Add((visit.StudyDay, dosed));
            }
        }

        var initial = subject.Data.Dose ?? (doses.Count > 0 ? doses[0].Dose : null);
        if (initial is not { } dose)
        {
            return new TreatedTime(last - first + 1, null, false);
        }

        var (total, from) = (0m, first);
        foreach (var step in doses)
        {
            total += dose * (step.Day - from);
            (dose, from) = (step.Dose, step.Day);
        }

        return new TreatedTime(last - first + 1, total + (dose * (last - from + 1)), doses.Count > 0);
    }
}
