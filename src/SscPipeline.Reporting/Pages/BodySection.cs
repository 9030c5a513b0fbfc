using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>Body mass index, and nutrition by site.</summary>
internal static class BodySection
{
    public static Markup Write(Summary summary) => Markup.Join(
        MeasureSection.Write(summary, DerivedValues.BmiRecomputed),
        MeasureSection.Write(summary, Variables.Bmi),
        Nutrition(summary.Nutrition));

    private static Markup Nutrition(Nutrition nutrition)
    {
        var table = new HtmlTable(
            "Albumin and parenteral nutrition (TPN), by site", "Scope", "Albumin restored, of those below 35 g/L", "95 % CI, Wilson", "TPN at baseline", "TPN stopped", "95 % CI, Wilson", "Not known at the last visit");
        foreach (var row in ShownScopes.Of(nutrition.ByScope, row => row.Scope))
        {
            table.Add(
                ShownScopes.Label(row.Scope),
                Rounded.Share(row.AlbuminRestored.K, row.AlbuminRestored.N),
                Percent.Interval(row.AlbuminRestored.Wilson95),
                Rounded.Share(row.TpnAtBaseline, row.TpnKnownAtBaseline),
                Rounded.Share(row.TpnDiscontinued.K, row.TpnDiscontinued.N),
                Percent.Interval(row.TpnDiscontinued.Wilson95),
                Rounded.Count(row.TpnUnknown));
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }
}
