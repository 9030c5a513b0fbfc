using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>The same changes under the other rule for visit windows, beside those reported.</summary>
internal static class SensitivitySection
{
    public static Markup Write(Summary summary)
    {
        var rule = summary.Sensitivity.WindowRule;
        var table = new HtmlTable(
            $"Change from baseline with {rule} windows, beside {summary.Settings["windowRule"]} ones",
            "Measure and visit", $"n, {rule}", $"Mean change (SD), {rule}", "n, reported", "Mean change (SD), reported");
        foreach (var measure in summary.Sensitivity.Measures)
        {
            var reported = summary.Measures.First(one => one.Variable == measure.Variable).Rows;
            foreach (var row in measure.Rows.Where(row => row.Change is { N: > 0 }))
            {
                var beside = reported.FirstOrDefault(one => one.Scope == row.Scope && one.Month == row.Month)?.Change;
                table.Add(
                    $"{measure.Variable}, {MeasureSection.VisitName(row.Month).ToLowerInvariant()}",
                    Rounded.Count(row.Change!.N),
                    Rounded.MeanAndSd(row.Change.Mean, row.Change.Sd, 2),
                    Rounded.Count(beside?.N ?? 0),
                    Rounded.MeanAndSd(beside?.Mean, beside?.Sd, 2));
            }
        }

        return table.IsEmpty ? Markup.Of($"<p class=\"note\">Not shown here: the other windows move single subjects between visits.</p>\n") : table.ToMarkup();
    }
}
