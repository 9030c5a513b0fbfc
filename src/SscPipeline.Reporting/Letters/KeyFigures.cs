using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Letters;

/// <summary>A handful of a summary's numbers. What the summary withholds from its audience is not among them.</summary>
public static class KeyFigures
{
    public static ImmutableArray<KeyFigure> Of(Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return
        [
            .. Count("sites", "Sites", summary.Population.Sites, "sites"),
            .. Count("subjects", "Subjects", summary.Population.Subjects, "subjects"),
            .. Changes(summary, Variables.MrssTotal, "mrss", "Skin score (mRSS), mean change"),
            .. Changes(summary, Variables.FvcPctPred, "fvc_pct_pred", "FVC, mean change"),
            .. Count("adverse_events", "Adverse events", summary.AdverseEvents.Total, "events"),
            .. Count("serious_adverse_events", "Serious adverse events", summary.AdverseEvents.Serious, "events"),
        ];
    }

    private static ImmutableArray<KeyFigure> Count(string name, string label, int? count, string unit) =>
        count is { } number ? [new KeyFigure(name, label, number, unit, null)] : [];

    private static IEnumerable<KeyFigure> Changes(Summary summary, string variable, string name, string label) =>
        from measure in summary.Measures
        where measure.Variable == variable
        from row in measure.Rows
        where row.Scope == Cohort.Overall && row.Month is 6 or 12 or 24
        where row.Change is { N: > 0, Mean: not null }
        let month = row.Month.ToString(CultureInfo.InvariantCulture)
        select new KeyFigure($"{name}_change_month_{month}", $"{label} at month {month}", row.Change!.Mean!.Value, measure.Unit, row.Change.N);
}
