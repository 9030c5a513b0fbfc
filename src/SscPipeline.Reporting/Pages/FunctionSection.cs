using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>Function and global assessments, and the composite indices that are made from them.</summary>
internal static class FunctionSection
{
    public static Markup Write(Summary summary) => Markup.Of($"""
        <h2 id="function">Function and composite indices</h2>
        {MeasureSection.Write(summary, Variables.HaqDi)}
        {MeasureSection.Write(summary, Variables.PatientGlobal)}
        {MeasureSection.Write(summary, Variables.PhysicianGlobal)}
        {Composite(summary)}
        """);

    private static Markup Composite(Summary summary)
    {
        if (summary.Composite is not { } composite)
        {
            return Markup.Of($"<p class=\"note\">Composite indices are not shown here: too few subjects have all items.</p>\n");
        }

        var rows = composite.Rows.Where(row => row.Scope == Cohort.Overall && row.N > 0).ToList();
        if (rows.Count == 0)
        {
            return Markup.Of($"<p class=\"note\">No subject has all five items of the composite indices (mRSS, FVC % predicted, HAQ-DI and both global assessments) at baseline and at month 12.</p>\n");
        }

        var table = new HtmlTable("Composite indices at month 12, all sites", "Index", "Responders", "95 % CI, Wilson", "95 % CI, Clopper-Pearson");
        foreach (var row in rows)
        {
            Add(table, "ACR-CRISS, p of 0.60 or more", row.CrissImproved);
            foreach (var level in row.Revised)
            {
                Add(table, $"Revised CRISS, {level.Level} % in 3 of 5 items", level.Responders);
            }
        }

        return Markup.Join(table.ToMarkup(), Markup.Of($"""
            <p class="note">{rows[0].N} subjects with all five items at both times, {Known(rows[0].Incomplete)} with some of them; ACR-CRISS p: median {Rounded.Number(rows[0].CrissP.Median, 3)}{(rows[0].CrissP.Min is null ? "" : $" ({Rounded.Range(rows[0].CrissP.Min, rows[0].CrissP.Max, 3)})")}.
            ACR-CRISS was made for early diffuse disease over one year. Its step 1 (new renal crisis, heart failure, pulmonary hypertension, confirmed decline of FVC) cannot be seen here, since no variable holds it: look at the serious events. FVC of {Known(rows[0].StepOneToReview)} of them would meet its part of step 1 if it were confirmed.</p>

            """));
    }

    private static string Known(int? count) => count is null ? $"a number ({Rounded.Withheld})" : Rounded.Count(count);

    private static void Add(HtmlTable table, string index, Share share) =>
        table.Add(index, Rounded.Share(share.K, share.N), Percent.Interval(share.Wilson95), Percent.Interval(share.ClopperPearson95));
}
