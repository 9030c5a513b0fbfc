using System.Collections.Immutable;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

internal static class Exposures
{
    private const decimal MilligramsPerGram = 1_000;

    public static ImmutableArray<Exposure> Build(Cohort cohort) => [.. cohort.Scopes.Where(scope => !scope.Subjects.IsEmpty).Select(Row)];

    private static Exposure Row(Scope scope)
    {
        var treated = scope.Subjects.Select(subject => subject.Treated).OfType<TreatedTime>().ToList();
        var months = new Sample(treated.Select(time => time.Months));
        var dosed = treated.Where(time => time.CumulativeMilligrams is not null).ToList();
        return new Exposure(
            scope.Name,
            Distribution.Of(months),
            (double)months.Sum,
            Distribution.Of(dosed.Select(time => time.CumulativeMilligrams!.Value / time.Days)),
            Distribution.Of(dosed.Select(time => time.CumulativeMilligrams!.Value / MilligramsPerGram)),
            dosed.Count(time => time.HasVisitDoses),
            Share.Of(scope.Subjects.Where(subject => subject.IsTreatedAtCutOff is not null).ToList(), subject => subject.IsTreatedAtCutOff == true));
    }
}
