using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
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

    public static ImmutableArray<AgreementRow> Build(Cohort cohort) =>
        [.. from variable in Variants
            from scope in cohort.Scopes
            let differences = Differences(scope, variable, PercentPredicted.Recomputed(variable))
            where differences.Count > 0
            select Row(variable, scope.Name, differences)];

    private static AgreementRow Row(string variable, string scope, Sample differences)
    {
        var limits = differences is { Mean: { } mean, Sd: { } sd } ? new Interval(mean - (Width * sd), mean + (Width * sd)) : (Interval?)null;
        return new AgreementRow(
            variable, scope, differences.Count, differences.Mean, differences.Sd, limits?.Ends,
            Share.Of(differences.Values, difference => Math.Abs(Precision.Rounded(difference)) <= Close));
    }

    private static Sample Differences(Scope scope, string reported, string recomputed) => new(
        scope.Subjects.SelectMany(subject => subject.Visits)
            .Select(visit => visit.Number(reported) - visit.Number(recomputed))
            .OfType<decimal>());
}
