using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>Absolute classes of FVC, the physiology of progressive fibrosis, and slopes.</summary>
internal static class LungClassSection
{
    public static Markup Write(Summary summary) => Markup.Join(
        Classes(summary, "reported", "% predicted as sent"), Classes(summary, "recomputed", "% predicted recomputed"), Slopes(summary));

    private static Markup Classes(Summary summary, string basis, string label)
    {
        var table = new HtmlTable(
            $"FVC by absolute change, and decline as in progressive fibrosis: subjects with ILD, all sites, {label}",
            "Visit", "n", "FVC up by 3 points", "Within 3 points", "FVC down by 3 points", "Physiology of PPF", "DLCO corrected for Hb", "DLCO uncorrected", "No DLCO");
        foreach (var row in summary.IldResponse.Classes.Where(row => row.Basis == basis && row.Scope == Cohort.Overall))
        {
            table.Add(
                MeasureSection.VisitName(row.Month),
                Rounded.Count(row.N),
                Rounded.Share(row.McidImproved, row.N),
                Rounded.Share(row.McidStable, row.N),
                Rounded.Share(row.McidWorsened, row.N),
                Rounded.Share(row.PpfPhysiology?.K, row.PpfPhysiology?.N),
                Rounded.Count(row.PpfDlcoCorrected),
                Rounded.Count(row.PpfDlcoUncorrected),
                Rounded.Count(row.PpfDlcoMissing));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static Markup Slopes(Summary summary)
    {
        var table = new HtmlTable(
            "Change of FVC per year on treatment: mean of the subjects' slopes", "Measure and scope", "Subjects", "Mean (SD)", "95 % CI of the mean", "Median", "p", "Too short");
        foreach (var row in ShownScopes.Of(summary.LungSlopes, row => row.Scope))
        {
            var digits = row.Unit.StartsWith("mL", StringComparison.Ordinal) ? 0 : 2;
            table.Add(
                $"{MeasureDefinition.Of(row.Variable).Label}, {row.Unit}: {ShownScopes.Label(row.Scope)}",
                Rounded.Count(row.Slopes.N),
                Rounded.MeanAndSd(row.Slopes.Mean, row.Slopes.Sd, digits),
                Rounded.Interval(row.Ci95, digits),
                Rounded.Number(row.Slopes.Median, digits),
                Rounded.P(row.P),
                Rounded.Count(row.TooShort));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }
}
