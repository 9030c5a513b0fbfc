using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>The measures of each site: enough to see where a figure comes from.</summary>
internal static class SiteSection
{
    public static Markup Write(Summary summary)
    {
        if (ShownScopes.AreMany(summary.Measures.SelectMany(measure => measure.Rows).Select(row => row.Scope)))
        {
            return Markup.Of($"<p class=\"note\">Too many to be shown one by one: the measures of each site are in <code>tables/*.csv</code>.</p>\n");
        }

        var tables = summary.Measures.Select(Table).Where(table => !table.IsEmpty).Select(table => table.ToMarkup()).ToList();
        return tables.Count == 0 ? Markup.Of($"<p class=\"note\">Single sites are not shown here.</p>\n") : Markup.Join(tables);
    }

    private static HtmlTable Table(Measure measure)
    {
        var isSkin = measure.Rows.Any(row => row.Responders is not null);
        var table = new HtmlTable(
            $"{MeasureDefinition.Of(measure.Variable).Heading}, by site",
            ["Site and visit", "n", "Expected", "Mean (SD)", "Change, n", "Mean change (SD)", "Median change", .. isSkin ? ["Responders"] : Array.Empty<string>()]);
        foreach (var row in measure.Rows.Where(row => row.Scope != Cohort.Overall && row.N > 0))
        {
            table.Add(
            [
                $"{row.Scope}, {MeasureSection.VisitName(row.Month).ToLowerInvariant()}",
                Rounded.Count(row.N),
                Rounded.Count(row.NExpected),
                Rounded.MeanAndSd(row.Mean, row.Sd, 2),
                Rounded.Count(row.Change?.N),
                Rounded.MeanAndSd(row.Change?.Mean, row.Change?.Sd, 2),
                Rounded.Number(row.Change?.Median, 2),
                .. isSkin ? [Rounded.Share(row.Responders?.K, row.Responders?.N)] : Array.Empty<string>(),
            ]);
        }

        return table;
    }
}
