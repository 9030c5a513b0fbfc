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
        var (dose, total, from, hasVisitDoses) = (subject.Data.Dose, 0m, first, false);
        foreach (var visit in subject.Visits)
        {
            if (visit.StudyDay >= first && visit.StudyDay <= last && visit.Number(Dose) is { } dosed)
            {
                // Before the first dose of a visit counts what the subject's row says, else that very dose.
                total += (dose ?? dosed) * (visit.StudyDay - from);
                (dose, from, hasVisitDoses) = (dosed, visit.StudyDay, true);
            }
        }

        return new TreatedTime(last - first + 1, total + (dose * (last - from + 1)), hasVisitDoses);
    }
}
