using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Charts;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

internal static class LiteratureSection
{
    public static Markup Write(Summary summary) => Markup.Of($"""
        <h2 id="literature">Beside the literature</h2>
        <p><strong>Read with caution.</strong> Most published studies are single open-label arms, as is this one, and improvement is part of the natural course:
        24 % improved in the EUSTAR registry without regard to treatment (doi:10.1136/annrheumdis-2015-208024). Populations, doses and times differ; nothing here is a comparison of treatments.</p>
        {LiteratureChart.Write(summary)}
        {Table(summary)}
        <p class="note">Only figures that were read in the named source are given; a dash means not verified, not zero.</p>

        """);

    private static Markup Table(Summary summary)
    {
        var table = new HtmlTable(
            "Imatinib in systemic sclerosis", "Study and source", "n", "mg/day", "Months", "mRSS change", "mRSS in detail", "Lung", "Stopped", "Serious events")
        {
            TextColumns = [2, 3, 5, 6, 7, 8],
        };
        if (Own(summary) is { } own)
        {
            table.Add(own);
        }

        foreach (var study in summary.Literature)
        {
            table.Add(
            [
                Markup.Of($"{study.Study}<small>{study.Source}</small>"),
                .. Texts(
                    Rounded.Count(study.N),
                    study.ImatinibDoseMgPerDay,
                    study.DurationMonths,
                    study.MrssChange is { } change ? Rounded.AsPublished(change) : null,
                    study.MrssDetail,
                    Lung(study),
                    study.Discontinuations,
                    study.SeriousAdverseEvents),
            ]);
        }

        return table.ToMarkup();
    }

    private static string? Lung(LiteratureStudy study) => (study.FvcChange, study.DlcoChange) switch
    {
        (null, null) => null,
        (var fvc, null) => $"FVC {fvc}",
        (null, var dlco) => $"DLCO {dlco}",
        var (fvc, dlco) => $"FVC {fvc}; DLCO {dlco}",
    };

    private static IEnumerable<Markup> Texts(params string?[] cells) => cells.Select(cell => Markup.Of($"{cell ?? Rounded.None}"));

    /// <summary>The month-6 row of this study, where there is one.</summary>
    private static string[]? Own(Summary summary)
    {
        var change = summary.Measures.Single(measure => measure.Variable == Variables.MrssTotal).Rows
            .FirstOrDefault(row => row.Scope == Cohort.Overall && row.Month == 6)?.Change;
        return change is not { N: > 0 } ? null :
        [
            "This study, month 6",
            Rounded.Count(change.N),
            Rounded.Number(summary.Population.DoseMgPerDay.Median, 0),
            "6",
            Rounded.Number(change.Mean, 2),
            $"95 % CI {Rounded.Interval(change.Ci95, 2)}",
            "see Lung",
            Rounded.None,
            Rounded.Count(summary.AdverseEvents.Serious),
        ];
    }
}
