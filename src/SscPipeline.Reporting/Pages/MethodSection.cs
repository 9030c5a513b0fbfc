using System.Collections.Immutable;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>How the numbers are made, so that nobody has to guess.</summary>
internal static class MethodSection
{
    public const int Windows = 1;
    public const int Missing = 2;
    public const int Change = 3;
    public const int Tests = 4;
    public const int Exploratory = 5;

    public static Markup Write(Summary summary) => Markup.Of($"""
        <h2 id="method">Method</h2>
        <ol>
        <li id="method-1">Study day 1 is the first dose of imatinib; a month is 30.4375 days. Windows used: {summary.Settings["windowRule"]}. Of several values in a window the one nearest to the target day counts, on a tie the earlier; baseline is the last value on day −30 to 1.</li>
        <li id="method-2">Available cases: nothing is carried forward and nothing is imputed. Expected are subjects treated on the first day of the window or later, or seen in it.</li>
        <li id="method-3">Values are described for all subjects who have one; change, tests and responders are of those who also have a baseline value. SD is divided by n − 1, quartiles are of type 7 (QUARTILE.INC).</li>
        <li id="method-4">The intervals of a mean and of a mean change are Student's t. The signed-rank p is exact and two-sided: zeros are dropped, ties get mid-ranks. With few subjects it cannot be small, whatever the effect; the smallest possible p stands beside it, so that 0.063 at n=5 is not read as “no effect”.</li>
        <li id="method-5">Exploratory: no correction for the number of tests. A dash is a statistic that does not exist, such as an SD of one value. Numbers are rounded on this page only; <code>summary.json</code> and <code>tables/*.csv</code> have them in full.</li>{Sets(summary.Settings)}
        </ol>
        {WindowTable()}
        """);

    /// <summary>Values recomputed with different sets must never be compared, so every summary names its own.</summary>
    private static Markup Sets(ImmutableSortedDictionary<string, string> settings) => settings.TryGetValue("referenceSetSpirometry", out var spirometry)
        ? Markup.Of($"""

            <li>% predicted is recomputed with {spirometry}{Ethnicity(settings)} (FVC, FEV1), {settings.GetValueOrDefault("referenceSetTransfer")} (DLCO, KCO) and {settings.GetValueOrDefault("referenceSetVolumes")} (TLC) at every visit; tables and response use it {(PercentPredicted.IsRecomputed(settings) ? "in place of" : "beside")} the one that the sites sent.</li>
            """)
        : Markup.Empty;

    private static string Ethnicity(ImmutableSortedDictionary<string, string> settings) =>
        settings.TryGetValue("referenceSetEthnicity", out var code) ? $", ethnicity code of the subject, else {code}" : "";

    private static Markup WindowTable()
    {
        var table = new HtmlTable("Visit windows, study days", "Visit", "Target", "Strict", "Contiguous");
        foreach (var visit in VisitSchedule.Visits)
        {
            table.Add(
                MeasureSection.VisitName(visit.Month),
                Rounded.Count(visit.TargetDay),
                Rounded.Range(visit.Strict.First, visit.Strict.Last, 0),
                Rounded.Range(visit.Contiguous.First, visit.Contiguous.Last, 0));
        }

        return table.ToMarkup();
    }
}
