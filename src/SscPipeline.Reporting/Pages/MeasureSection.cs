using System.Collections.Immutable;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Statistics;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>One measure, all sites together: values, change from baseline and responders, by visit.</summary>
internal static class MeasureSection
{
    public static Markup Write(Summary summary, string variable)
    {
        if (summary.Measures.FirstOrDefault(measure => measure.Variable == variable) is not { } measure)
        {
            return Markup.Empty;
        }

        var rows = measure.Rows.Where(row => row.Scope == Cohort.Overall).ToList();
        var label = MeasureDefinition.Of(variable).Heading;
        return rows.Count == 0
            ? Markup.Of($"<p class=\"note\">{label}: no group is large enough to be shown.</p>\n")
            : Markup.Join(Values(label, rows, PublicNote.Few(summary)), Change(label, rows), Responders(rows));
    }

    public static string VisitName(int month) => month == 0 ? "Baseline" : $"Month {month}";

    /// <param name="few">What stands for an n that is too small to be shown.</param>
    private static Markup Values(string label, List<MeasureRow> rows, string few)
    {
        var table = new HtmlTable($"{label}: values", "Visit", "n", "Expected", "Mean (SD)", "Median", "Q1 to Q3", "Lowest to highest")
        {
            Notes = [MethodSection.Windows, MethodSection.Missing],
        };
        foreach (var row in rows)
        {
            table.Add(
                VisitName(row.Month),
                row.N is null ? few : Rounded.Count(row.N),
                Rounded.Count(row.NExpected),
                Rounded.MeanAndSd(row.Mean, row.Sd, 2),
                Rounded.Number(row.Median, 2),
                Rounded.Range(row.Q1, row.Q3, 2),
                Rounded.Range(row.Min, row.Max, 1));
        }

        return table.ToMarkup();
    }

    private static Markup Change(string label, List<MeasureRow> rows)
    {
        var table = new HtmlTable(
            $"{label}: change from baseline", "Visit", "n", "Mean (SD)", "95 % CI of the mean", "Median", "Paired t, p", "Signed rank, exact p", "Smallest p at this n")
        {
            Notes = [MethodSection.Change, MethodSection.Tests, MethodSection.Exploratory],
        };
        foreach (var row in rows.Where(row => row.Change is { N: > 0 }))
        {
            var change = row.Change!;
            table.Add(
                VisitName(row.Month),
                Rounded.Count(change.N),
                Rounded.MeanAndSd(change.Mean, change.Sd, 2),
                Rounded.Interval(change.Ci95, 2),
                Rounded.Number(change.Median, 2),
                Rounded.P(change.PairedTP),
                change.WilcoxonNormalP is { } normal ? $"{Rounded.P(normal)} (normal)" : Rounded.P(change.WilcoxonExactP),
                Rounded.P(SignedRank.SmallestP(change.N)));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup Responders(List<MeasureRow> rows)
    {
        var table = new HtmlTable(
            "Skin responders: more than 5 points and at least 25 % below baseline", "Visit", "Responders", "95 % CI, Wilson", "95 % CI, Clopper-Pearson", "Baseline below 7")
        {
            Notes = [MethodSection.Change],
        };
        foreach (var row in rows.Where(row => row.Responders is { N: > 0 }))
        {
            var responders = row.Responders!;
            table.Add(
                VisitName(row.Month),
                Rounded.Share(responders.K, responders.N),
                Percent(responders.Wilson95),
                Percent(responders.ClopperPearson95),
                Rounded.Count(responders.BaselineBelow7));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static string Percent(ImmutableArray<double>? interval) =>
        interval is { } shares ? $"{Rounded.Interval([.. shares.Select(share => 100 * share)], 1)} %" : Rounded.None;
}
