using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Summaries;

/// <summary>The summary for everybody: no subject and no site can be told from it.</summary>
/// <remarks>Stricter than a minimum cell alone. Only all sites together are shown, so that nothing can be had by subtracting one site
/// from the whole, and one small group hides the whole block in which it could be found by subtraction.</remarks>
internal static class PublicSummary
{
    private const string MinimumCellSetting = "minimumCell";
    private const int DefaultMinimumCell = 5;

    /// <summary>Others resemble one of these so much that two means of slightly different groups could tell of one person.</summary>
    private static readonly ImmutableHashSet<string> ShownMeasures =
    [
        Variables.MrssTotal, Variables.FvcPctPred, Variables.DlcoPctPred,
        PercentPredicted.Recomputed(Variables.FvcPctPred), PercentPredicted.Recomputed(Variables.DlcoPctPred),
        Variables.Albumin, Variables.WeightKg,
    ];

    /// <summary>Below this n the smallest and largest values are not shown: each is one person's.</summary>
    private const int MinimumForRange = 10;

    /// <exception cref="ArgumentException">The setting <c>minimumCell</c> is not a whole number above 1.</exception>
    public static Summary From(Summary summary)
    {
        var minimum = Minimum(summary.Settings);
        var population = summary.Population;
        var subjects = population.Subjects ?? 0;
        return summary with
        {
            Settings = summary.Settings.SetItem(MinimumCellSetting, minimum.ToString(CultureInfo.InvariantCulture)),
            Population = population with
            {
                Subjects = subjects < minimum ? null : subjects,
                SubjectsPending = null,
                Female = population.Female is { } female && IsSafe(female, subjects, minimum) ? female : null,
                TreatmentMonths = Reduce(population.TreatmentMonths, minimum),
                DoseMgPerDay = Reduce(population.DoseMgPerDay, minimum),
            },
            Measures = Reduce(summary.Measures, minimum),
            Sensitivity = new Sensitivity(summary.Sensitivity.WindowRule, []),
            IldResponse = new IldResponse([], [], [], null),
            Nutrition = new Nutrition(null, null, null, null, []),
            AdverseEvents = Reduce(summary.AdverseEvents, subjects, minimum),
            Sites = [],
            Subjects = [],
            SkinClasses = [],
            LungSlopes = [],
            Exposure = [],
            EventRates = [],
            Composite = null,
            Quality = null,
        };
    }

    private static int Minimum(ImmutableSortedDictionary<string, string> settings) =>
        settings.GetValueOrDefault(MinimumCellSetting) is not { } text ? DefaultMinimumCell
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum) && minimum > 1 ? minimum
        : throw new ArgumentException($"The setting minimumCell is '{text}': use a whole number above 1, such as 5.", nameof(settings));

    /// <summary>Neither the group nor the rest of the whole is small; nobody and everybody tell of no single person either.</summary>
    private static bool IsSafe(int part, int whole, int minimum) =>
        whole >= minimum && (part == 0 || part >= minimum) && (part == whole || whole - part >= minimum);

    private static Spread Reduce(Spread spread, int minimum) => spread.N switch
    {
        var n when n < minimum => new Spread(0, null, null, null),
        < MinimumForRange => spread with { Min = null, Max = null },
        _ => spread,
    };

    private static ImmutableArray<Measure> Reduce(ImmutableArray<Measure> measures, int minimum) =>
        [.. from measure in measures
            where ShownMeasures.Contains(measure.Variable)
            let rows = measure.Rows.Where(row => row.Scope == Cohort.Overall && row.N >= minimum).Select(row => Reduce(row, minimum))
            select measure with { Rows = [.. rows] }];

    private static MeasureRow Reduce(MeasureRow row, int minimum) => row with
    {
        NExpected = row.NExpected is { } expected && IsSafe(row.N, expected, minimum) ? expected : null,
        Min = row.N < MinimumForRange ? null : row.Min,
        Max = row.N < MinimumForRange ? null : row.Max,
        Q1 = row.N < MinimumForRange ? null : row.Q1,
        Q3 = row.N < MinimumForRange ? null : row.Q3,
        Missing = null,
        Change = row.Change is { } change && IsSafe(change.N, row.N, minimum) && change.N >= minimum
            ? change with { Min = change.N < MinimumForRange ? null : change.Min, Max = change.N < MinimumForRange ? null : change.Max }
            : null,
        Responders = row.Responders is { } responders
            && IsSafe(responders.N, row.N, minimum) && responders.N >= minimum && IsSafe(responders.K, responders.N, minimum)
                ? responders with { BaselineBelow7 = null }
                : null,
    };

    private static AdverseEvents Reduce(AdverseEvents events, int subjects, int minimum)
    {
        var isSafe = IsSafe(events.SubjectsWithAny ?? 0, subjects, minimum)
            && IsSafe(events.SubjectsWithSerious ?? 0, events.SubjectsWithAny ?? 0, minimum)
            && IsSafe(events.Serious ?? 0, events.Total ?? 0, minimum);
        return isSafe
            ? events with { SeriousEvents = [], ByGrade = Whole(events.ByGrade), ByCausality = Whole(events.ByCausality), ByOutcome = Whole(events.ByOutcome) }
            : new AdverseEvents(null, null, null, null, null, null, null, []);

        ImmutableSortedDictionary<string, int>? Whole(ImmutableSortedDictionary<string, int>? counts) =>
            counts is not null && counts.Values.All(count => count >= minimum) ? counts : null;
    }
}
