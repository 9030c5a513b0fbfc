using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

internal static class NutritionSection
{
    public static Markup Write(Summary summary) => Markup.Of($"""
        <h2 id="nutrition">Nutrition</h2>
        {Counts(summary.Nutrition)}
        {Rows(summary.Nutrition)}
        {MeasureSection.Write(summary, Variables.Albumin)}
        {MeasureSection.Write(summary, Variables.WeightKg)}
        """);

    private static Markup Counts(Nutrition nutrition) => nutrition is { AlbuminLowAtBaseline: null, TpnAtBaseline: null }
        ? Markup.Of($"<p class=\"note\">Counts of low albumin and parenteral nutrition are too small to be shown.</p>\n")
        : Markup.Of($"""
            <p>Albumin below 35 g/L at baseline: {nutrition.AlbuminLowAtBaseline?.ToString(CultureInfo.InvariantCulture) ?? Rounded.Withheld}; restored to 35 g/L or more at the last value on treatment: {Rounded.Share(nutrition.AlbuminRestored, nutrition.AlbuminLowAtBaseline)}.
            On total parenteral nutrition (TPN) at baseline: {nutrition.TpnAtBaseline?.ToString(CultureInfo.InvariantCulture) ?? Rounded.Withheld}; stopped by the last visit: {Rounded.Share(nutrition.TpnDiscontinued, nutrition.TpnAtBaseline)}.</p>

            """);

    private static Markup Rows(Nutrition nutrition)
    {
        var table = new HtmlTable(
            "Subjects with low albumin or parenteral nutrition at baseline", "Subject", "Site", "Albumin, g/L", "Restored", "TPN at baseline", "TPN at last visit", "TPN off from")
        {
            TextColumns = [1, 3, 4, 5, 6],
        };
        foreach (var row in nutrition.Rows)
        {
            table.Add(
                row.Subject,
                row.Site,
                $"{Rounded.Number(row.AlbuminBaseline, 0)} → {Rounded.Number(row.AlbuminLast, 0)}",
                YesNo(row.AlbuminRestored),
                row.TpnBaseline ?? "not recorded",
                row.TpnLast ?? "not recorded",
                row.TpnOffDay is { } day ? $"day {day}{(row.TpnOffMonth is { } month ? $" (month {month})" : "")}" : Rounded.None);
        }

        return table.IsEmpty ? Markup.Empty : table.ToMarkup();
    }

    private static string YesNo(bool? answer) => answer switch { true => "yes", false => "no", null => Rounded.None };
}
