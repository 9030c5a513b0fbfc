using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Charts;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

internal static class LungSection
{
    public static Markup Write(Summary summary)
    {
        var isRecomputed = PercentPredicted.IsRecomputed(summary.Settings);
        var (fvc, dlco) = (PercentPredicted.Variable(Variables.FvcPctPred, isRecomputed), PercentPredicted.Variable(Variables.DlcoPctPred, isRecomputed));
        return Markup.Of($"""
            <h2 id="lung">Lung</h2>
            <div class="pictures">
            {TrajectoryChart.Write(summary, fvc)}{TrajectoryChart.Write(summary, dlco)}</div>
            {MeasureSection.Write(summary, fvc)}
            {MeasureSection.Write(summary, dlco)}
            <h3>Response in subjects with interstitial lung disease (ILD)</h3>
            {LungResponseChart.Write(summary.IldResponse)}{Response(summary.IldResponse, isRecomputed)}
            """);
    }

    private static Markup Response(IldResponse response, bool isRecomputed) => response.ByMonth.IsEmpty && response.AtLast.IsEmpty
        ? Markup.Of($"<p class=\"note\">Nothing to report: no subject with ILD has FVC at baseline and later, or the group is too small to be shown.</p>\n")
        : Markup.Join(ByMonth(response), AtLast(response), isRecomputed ? Markup.Empty : Recomputed(response.Recomputed), Markup.Of($"""
            <p class="note">Worsened: FVC % predicted fell by 10 % of baseline or more, or by 5 to 10 % with DLCO down by 15 % or more (OMERACT, doi:10.3899/jrheum.141182).
            Improved: the same upwards. Open: FVC changed by 5 to 10 % and DLCO is missing. {(isRecomputed ? "% predicted recomputed with one set of equations." : "% predicted as the sites sent it.")}</p>

            """));

    private static Markup ByMonth(IldResponse response)
    {
        var table = new HtmlTable("Lung response by visit, all sites", "Visit", "n", "Improved", "Stable", "Worsened", "Open");
        foreach (var row in response.ByMonth.Where(row => row.Scope == Cohort.Overall))
        {
            var n = row.Improved + row.Stable + row.Worsened + row.Indeterminate ?? Size(response, row.Month);
            table.Add(
                MeasureSection.VisitName(row.Month),
                Rounded.Count(n),
                Rounded.Share(row.Improved, n),
                Rounded.Share(row.Stable, n),
                Rounded.Share(row.Worsened, n),
                Rounded.Share(row.Indeterminate, n));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    /// <summary>Known also where a part is withheld.</summary>
    private static int? Size(IldResponse response, int month) =>
        response.Classes.FirstOrDefault(row => row.Scope == Cohort.Overall && row.Month == month)?.N;

    private static Markup AtLast(IldResponse response)
    {
        var table = new HtmlTable(
            "Lung response at the last value on treatment", "Subject", "Site", "Study day", "FVC, % predicted", "FVC, relative change", "DLCO, relative change", "Response")
        {
            TextColumns = [1, 6],
        };
        foreach (var one in response.AtLast)
        {
            table.Add(
                one.Subject,
                one.Site,
                Rounded.Count(one.StudyDay),
                $"{Rounded.Number(one.FvcBaseline, 1)} → {Rounded.Number(one.FvcLast, 1)}",
                $"{Rounded.Number(one.FvcRelative, 1)} %",
                one.DlcoRelative is null ? Rounded.None : $"{Rounded.Number(one.DlcoRelative, 1)} %",
                Name(one.Category));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup Recomputed(IldResponseRecomputed? recomputed)
    {
        var table = new HtmlTable("Lung response on recomputed % predicted, all sites", "Visit", "Improved", "Stable", "Worsened", "Open");
        foreach (var row in recomputed?.ByMonth.Where(row => row.Scope == Cohort.Overall) ?? [])
        {
            table.Add(
                MeasureSection.VisitName(row.Month),
                Rounded.Count(row.Improved),
                Rounded.Count(row.Stable),
                Rounded.Count(row.Worsened),
                Rounded.Count(row.Indeterminate));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static string Name(ResponseCategory category) => category switch
    {
        ResponseCategory.Improved => "improved",
        ResponseCategory.Stable => "stable",
        ResponseCategory.Worsened => "worsened",
        _ => "open",
    };
}
