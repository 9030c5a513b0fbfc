using System.Collections.Immutable;
using MemoryPack;
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

    /// <param name="sites">In the order of the cohort's.</param>
    public static ImmutableArray<LungSlope> Build(IReadOnlyList<SiteTables> sites)
    {
        var overall = Variants.Select((_, variant) => SubjectSlopes.Together(sites.Select(site => site.Slopes[variant]))).ToImmutableArray();
        ImmutableArray<LungSlope> rows = [.. Rows(Cohort.Overall, overall), .. sites.SelectMany(site => site.LungSlopes)];
        return [.. rows.OrderBy(row => Variants.Select(variant => variant.Variable).ToList().IndexOf(row.Variable))];
    }

    /// <summary>By variant.</summary>
    public static ImmutableArray<SubjectSlopes> OfSubjects(Scope site) => [.. Variants.Select(variant => Slopes(site, variant.Variable, variant.Factor * DaysPerYear))];

    /// <summary>None of a variant without any value.</summary>
    public static ImmutableArray<LungSlope> Rows(string scope, ImmutableArray<SubjectSlopes> slopes) =>
    [
        .. Variants.Zip(slopes)
            .Where(variant => variant.Second.Slopes.Length + variant.Second.TooShort > 0)
            .Select(variant => Row(variant.First.Variable, variant.First.Unit, scope, variant.Second)),
    ];

    private static LungSlope Row(string variable, string unit, string scope, SubjectSlopes subjects)
    {
        var slopes = new Sample(subjects.Slopes);
        return new LungSlope(variable, unit, scope, Distribution.Of(slopes), PairedT.Confidence95(slopes)?.Ends, PairedT.PValue(slopes), subjects.TooShort);
    }

    private static SubjectSlopes Slopes(Scope site, string variable, decimal factor)
    {
        var lines = site.Subjects.Select(subject => Points(subject, variable)).Where(points => points.Count > 0).ToList();
        var sufficient = lines.Where(points => points[^1].Day - points[0].Day >= ShortestDays).ToList();
        return new SubjectSlopes([.. sufficient.Select(points => LeastSquares.Slope(points)!.Value * factor)], lines.Count - sufficient.Count);
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

/// <param name="Slopes">A year, of the subjects whose values reach far enough.</param>
/// <param name="TooShort">How many others have a value.</param>
[MemoryPackable]
internal readonly partial record struct SubjectSlopes(ImmutableArray<decimal> Slopes, int TooShort)
{
    public static SubjectSlopes Together(IEnumerable<SubjectSlopes> sites)
    {
        var all = sites.ToList();
        return new SubjectSlopes([.. all.SelectMany(site => site.Slopes)], all.Sum(site => site.TooShort));
    }
}
