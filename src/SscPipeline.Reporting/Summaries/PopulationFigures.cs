using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

internal static class PopulationFigures
{
    private static readonly int DoseOfVisit = FigureVariables.PlaceOf(Variables.ImatinibDose);

    public static Population Build(Cohort cohort) => new(
        cohort.Sites.Length,
        cohort.Subjects.Length,
        cohort.Subjects.Count(subject => !subject.Data.HasSubjectRow),
        cohort.Subjects.Count(subject => subject.Data.Sex == "F"),
        SpreadOf(cohort.Subjects.Select(subject => subject.Data.TreatmentMonths)),
        SpreadOf(cohort.Subjects.Select(Dose)));

    private static decimal? Dose(CohortSubject subject) =>
        subject.Data.Dose
        ?? subject.Visits.Last(visit => visit.Number(DoseOfVisit) is not null)?.Number(DoseOfVisit);

    private static Spread SpreadOf(IEnumerable<decimal?> values)
    {
        var sample = new Sample(values.OfType<decimal>());
        return new Spread(sample.Count, sample.Median, sample.Min, sample.Max);
    }
}
