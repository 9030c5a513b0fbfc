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
            let differences = Differences(scope, FigureVariables.PlaceOf(variable), FigureVariables.PlaceOf(PercentPredicted.Recomputed(variable)))
            where differences.Count > 0
            select Row(variable, scope.Name, differences)];

    private static AgreementRow Row(string variable, string scope, Sample differences)
    {
        var limits = differences is { Mean: { } mean, Sd: { } sd } ? new Interval(mean - (Width * sd), mean + (Width * sd)) : (Interval?)null;
        var close = differences.CountUpTo(Close) - differences.CountBelow(-Close);
        return new AgreementRow(
            variable, scope, differences.Count, differences.Mean, differences.Sd, limits?.Ends, Share.Of(close, differences.Count));
    }

    private static Sample Differences(Scope scope, int reported, int recomputed)
    {
        var pairs = scope.Sites.Select(site => (Sent: site.Columns.Column(reported), Ours: site.Columns.Column(recomputed)))
            .Where(pair => pair is { Sent: not null, Ours: not null })
            .ToList();
        var scale = pairs.Select(pair => Math.Max(pair.Sent!.Scale, pair.Ours!.Scale)).DefaultIfEmpty().Max();
        var (differences, count) = (new long[pairs.Sum(pair => pair.Sent!.Digits.Length)], 0);
        foreach (var (sent, ours) in pairs)
        {
            var (unit, ourUnit) = (Digits.PowerOfTen(scale - sent!.Scale), Digits.PowerOfTen(scale - ours!.Scale));
            for (var row = 0; row < sent.Digits.Length; row++)
            {
                if (sent.Digits[row] is not FigureColumn.None and var one && ours.Digits[row] is not FigureColumn.None and var other)
                {
                    differences[count++] = checked((one * unit) - (other * ourUnit));
                }
            }
        }

        return new Sample(new ArraySegment<long>(differences, 0, count), scale);
    }
}
