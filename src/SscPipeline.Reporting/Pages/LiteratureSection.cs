using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

internal static class LiteratureSection
{
    public static Markup Write(Summary summary) => Markup.Of($"""
        <h2 id="literature">Beside the literature</h2>
        <p><strong>Read with caution.</strong> Most published studies are single open-label arms, as is this one, and improvement is part of the natural course:
        24 % improved in the EUSTAR registry without regard to treatment (doi:10.1136/annrheumdis-2015-208024). Populations, doses and times differ; nothing here is a comparison of treatments.</p>
        {Table(summary)}
        <p class="note">Only figures that were read in the named source are given; a dash means not verified, not zero.</p>

        """);

    private static Markup Table(Summary summary)
    {
        var table = new HtmlTable(
            "Imatinib in systemic sclerosis", "Study", "n", "mg/day", "Months", "mRSS change", "mRSS in detail", "FVC", "DLCO", "Stopped", "Serious events", "Source")
        {
            TextColumns = [2, 3, 5, 6, 7, 8, 9, 10],
        };
        if (Own(summary) is { } own)
        {
            table.Add(own);
        }

        foreach (var study in summary.Literature)
        {
            table.Add(
                study.Study,
                Rounded.Count(study.N),
                study.ImatinibDoseMgPerDay ?? Rounded.None,
                study.DurationMonths ?? Rounded.None,
                study.MrssChange is { } change ? Rounded.Number(change, Decimals(change)) : Rounded.None,
                study.MrssDetail ?? Rounded.None,
                study.FvcChange ?? Rounded.None,
                study.DlcoChange ?? Rounded.None,
                study.Discontinuations ?? Rounded.None,
                study.SeriousAdverseEvents ?? Rounded.None,
                study.Source);
        }

        return table.ToMarkup();
    }

    /// <summary>The month-6 row of this study, where there is one.</summary>
    private static string[]? Own(Summary summary)
    {
        var change = summary.Measures.Single(measure => measure.Variable == Variables.MrssTotal).Rows
            .FirstOrDefault(row => row.Scope == Cohort.Overall && row.Month == 6)?.Change;
        return change is not { N: > 0 } ? null :
        [
            "This study",
            Rounded.Count(change.N),
            Rounded.Number(summary.Population.DoseMgPerDay.Median, 0),
            "6",
            Rounded.Number(change.Mean, 2),
            $"95 % CI {Rounded.Interval(change.Ci95, 2)}",
            "see Lung",
            "see Lung",
            Rounded.None,
            Rounded.Count(summary.AdverseEvents.Serious),
            "this report",
        ];
    }

    /// <summary>A published figure keeps the decimals of its source.</summary>
    private static int Decimals(double published)
    {
        var text = published.ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.Length - point - 1;
    }
}
