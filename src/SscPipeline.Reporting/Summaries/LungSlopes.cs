using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>A line for every subject through all values on treatment, by actual study day; then the mean of the lines' slopes.</summary>
/// <remarks>A subject needs values over at least 152 days, from the first dose to the beginning of month 6's window. FVC repeats to within
/// 0.15 L (doi:10.1164/rccm.201908-1590ST): over a month that would be a slope of 1.8 L a year. Two values suffice, since asking for more
/// would leave out those who were seen less often, not those whose slope is uncertain.</remarks>
internal static class LungSlopes
{
    public const int ShortestDays = 152;
    private const decimal DaysPerYear = 365.25m;

    private static readonly ImmutableArray<(string Variable, string Unit, decimal Factor)> Variants =
    [
        (Variables.FvcL, "mL/year", 1_000),
        (Variables.FvcPctPred, "% predicted/year", 1),
        (PercentPredicted.Recomputed(Variables.FvcPctPred), "% predicted/year", 1),
    ];

    public static ImmutableArray<LungSlope> Build(Cohort cohort) =>
        [.. from variant in Variants
            from scope in cohort.Scopes
            let lines = scope.Subjects.Select(subject => Points(subject, variant.Variable)).Where(points => points.Count > 0).ToList()
            where lines.Count > 0
            select Row(variant.Variable, variant.Unit, variant.Factor * DaysPerYear, scope.Name, lines)];

    private static LungSlope Row(string variable, string unit, decimal factor, string scope, List<List<(int Day, decimal Value)>> lines)
    {
        var sufficient = lines.Where(points => points[^1].Day - points[0].Day >= ShortestDays).ToList();
        var slopes = new Sample(sufficient.Select(points => LeastSquares.Slope(points)!.Value * factor));
        return new LungSlope(
            variable, unit, scope, Distribution.Of(slopes), PairedT.Confidence95(slopes)?.Ends, PairedT.PValue(slopes), lines.Count - sufficient.Count);
    }

    /// <summary>From the first day of the baseline window to 30 days after the last dose; one value a day.</summary>
    private static List<(int Day, decimal Value)> Points(CohortSubject subject, string variable)
    {
        var points = new List<(int, decimal)>();
        foreach (var visit in subject.Visits)
        {
            if (visit.StudyDay >= VisitSchedule.Visits[0].Strict.First
                && subject.IsOnTreatment(visit.StudyDay)
                && visit.Number(variable) is { } value)
            {
                points.Add((visit.StudyDay, value));
            }
        }

        return points;
    }
}
