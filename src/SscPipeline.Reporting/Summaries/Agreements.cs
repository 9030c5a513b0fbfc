using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>The sites' own % predicted beside the recomputed one.</summary>
internal static class Agreements
{
    private const decimal Close = 5;

    /// <summary>Of Bland and Altman's limits of agreement.</summary>
    private const double Width = 1.96;

    private static readonly ImmutableArray<string> Variants =
        [Variables.FvcPctPred, "fev1_pct_pred", "tlc_pct_pred", Variables.DlcoPctPred, "kco_pct_pred"];

    /// <param name="sites">The rows of sites.</param>
    public static ImmutableArray<AgreementRow> Build(Cohort cohort, IEnumerable<SiteTables> sites)
    {
        ImmutableArray<AgreementRow> rows = [.. Rows(cohort.Scopes[0]), .. sites.SelectMany(site => site.Agreement)];
        return [.. rows.OrderBy(row => Variants.IndexOf(row.Variable))];
    }

    /// <summary>By variable.</summary>
    public static ImmutableArray<AgreementRow> Rows(Scope scope) =>
        [.. from variable in Variants
            let differences = new Sample(Differences(scope, FigureVariables.PlaceOf(variable), FigureVariables.PlaceOf(PercentPredicted.Recomputed(variable))))
            where differences.Count > 0
            select Row(variable, scope.Name, differences)];

    private static AgreementRow Row(string variable, string scope, Sample differences)
    {
        var limits = differences is { Mean: { } mean, Sd: { } sd } ? new Interval(mean - (Width * sd), mean + (Width * sd)) : (Interval?)null;
        return new AgreementRow(
            variable, scope, differences.Count, differences.Mean, differences.Sd, limits?.Ends,
            Share.Of(differences.Values, difference => Math.Abs(Precision.Rounded(difference)) <= Close));
    }

    private static List<decimal> Differences(Scope scope, int reported, int recomputed)
    {
        var differences = new List<decimal>();
        foreach (var columns in scope.Sites.Select(site => site.Columns))
        {
            if (columns.Column(reported) is { } sent && columns.Column(recomputed) is { } ours)
            {
                for (var row = 0; row < columns.Rows; row++)
                {
                    if (sent[row] is not FigureColumns.None and var one && ours[row] is not FigureColumns.None and var other)
                    {
                        differences.Add(one - other);
                    }
                }
            }
        }

        return differences;
    }
}
