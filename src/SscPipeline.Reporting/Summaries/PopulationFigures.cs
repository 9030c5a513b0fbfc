using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

internal static class PopulationFigures
{
    public static Population Build(Cohort cohort) => new(
        cohort.Sites.Length,
        cohort.Subjects.Length,
        cohort.Subjects.Count(subject => !subject.Data.HasSubjectRow),
        cohort.Subjects.Count(subject => subject.Data.Sex == "F"),
        SpreadOf(cohort.Subjects.Select(subject => subject.Data.TreatmentMonths)),
        SpreadOf(cohort.Subjects.Select(Dose)));

    private static decimal? Dose(CohortSubject subject) =>
        subject.Data.Dose
        ?? subject.Visits.Select(visit => visit.Number(Variables.ImatinibDose)).LastOrDefault(dose => dose is not null);

    private static Spread SpreadOf(IEnumerable<decimal?> values)
    {
        var sample = new Sample(values.OfType<decimal>());
        return new Spread(sample.Count, sample.Median, sample.Min, sample.Max);
    }
}
