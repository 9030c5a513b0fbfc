using System.Collections.Immutable;
using SscPipeline.Domain.LungFunction;

namespace SscPipeline.Validation.Checks;

/// <summary>Finds the published set that a site's column of % predicted was made with, where it is not the study's.</summary>
/// <remarks>Only a set that more than half of the column agrees with explains anything: one wrong value may agree by chance.</remarks>
internal static class SiteReferenceSet
{
    /// <summary>Percentage points: rounded values, heights and ages.</summary>
    private const decimal Agreement = 1;

    /// <summary>One value says nothing of how a column was made.</summary>
    private const int Fewest = 2;

    private static readonly ImmutableArray<(ReferenceSet Set, int? Ethnicity)> OfSpirometry =
    [
        (ReferenceSet.GliGlobal2022, null), (ReferenceSet.Jian2017, null), (ReferenceSet.Gli2012, null),
        .. Enumerable.Range(1, 5).Select(code => (ReferenceSet.Gli2012, (int?)code)),
    ];

    public static IEnumerable<PredictedValue> Explain(IEnumerable<PredictedValue> values) =>
        values.GroupBy(value => value.Percent.Column).SelectMany(column => Explain([.. column]));

    private static IEnumerable<PredictedValue> Explain(List<PredictedValue> column)
    {
        if (!column[0].Quantity.IsSpirometry || !column.Exists(value => value.Differs))
        {
            return column;
        }

        var (set, ethnicity) = OfSpirometry.MaxBy(candidate => Fit(column, candidate.Set, candidate.Ethnicity));
        var name = ethnicity is { } code ? $"{set.Name()} (ethnicity code {code})" : set.Name();
        var agreeing = column.Count(value => Agrees(value, set, ethnicity));
        return agreeing >= Fewest && agreeing * 2 > column.Count
            ? column.Select(value => value.Differs && Agrees(value, set, ethnicity) ? value with { ExplainedBy = name } : value)
            : column;
    }

    /// <summary>How many values agree, then how closely: two ethnicities may be less than a point apart.</summary>
    private static (int Agreeing, decimal Closeness) Fit(List<PredictedValue> column, ReferenceSet set, int? ethnicity)
    {
        var agreeing = column.Where(value => Agrees(value, set, ethnicity)).ToList();
        return (agreeing.Count, -agreeing.Sum(value => Math.Abs((value.PercentOf(set, ethnicity) ?? 0) - value.Sent)));
    }

    private static bool Agrees(PredictedValue value, ReferenceSet set, int? ethnicity) =>
        value.PercentOf(set, ethnicity) is { } percent && Math.Abs(percent - value.Sent) <= Agreement;
}
