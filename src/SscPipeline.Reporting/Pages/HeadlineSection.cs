using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>The page in ten seconds.</summary>
internal static class HeadlineSection
{
    public static Markup Write(Summary summary) => Markup.Of($"""
        <section aria-labelledby="key">
        <h2 id="key">Key figures</h2>
        <ul class="cards">
        {Population(summary.Population)}{Skin(summary, 6)}{Skin(summary, 24)}{Responders(summary)}{Lung(summary.IldResponse)}{Nutrition(summary.Nutrition)}{Safety(summary.AdverseEvents)}</ul>
        </section>

        """);

    private static Markup Population(Population population) => Card(
        "Subjects",
        Rounded.Count(population.Subjects),
        $"{population.Sites} {(population.Sites == 1 ? "site" : "sites")}; {(population.Female is null ? "" : $"{Rounded.Share(population.Female, population.Subjects)} women; ")}imatinib {Dose(population.DoseMgPerDay)}; treated {Months(population.TreatmentMonths)}");

    private static string Dose(Spread dose) =>
        dose.N == 0 ? "dose not known"
        : dose.Min is not null && dose.Min == dose.Max ? $"{Rounded.Number(dose.Median, 0)} mg/day"
        : dose.Median is null ? "dose withheld"
        : $"median {Rounded.Number(dose.Median, 0)} mg/day{Range(dose)}";

    private static string Range(Spread spread) => spread.Min is null ? "" : $" ({Rounded.Range(spread.Min, spread.Max, 0)})";

    private static string Months(Spread months) =>
        months.N == 0 ? "for a time not known yet"
        : months.Median is null ? "for a time that is withheld"
        : $"median {Rounded.Number(months.Median, 0)} months{Range(months)}, n={months.N}";

    private static Markup Skin(Summary summary, int month)
    {
        if (Row(summary, month)?.Change is not { N: > 0 } change)
        {
            return Markup.Empty;
        }

        var interval = change.Ci95 is null ? "" : $", 95 % CI {Rounded.Interval(change.Ci95, 2)}";
        var p = change.WilcoxonExactP is { } exact ? $"; exact p {Rounded.P(exact)}" : "";
        return Card($"Skin score, change at month {month}", $"{Rounded.Number(change.Mean, 2)} points", $"mean, n={change.N}{interval}{p}");
    }

    private static Markup Responders(Summary summary) =>
        Row(summary, 12)?.Responders is not { N: > 0, K: not null } responders ? Markup.Empty : Card(
            "Skin responders, month 12",
            Rounded.Share(responders.K, responders.N),
            $"more than 5 points and 25 % better; 95 % CI {Rounded.Interval([.. responders.Wilson95!.Value.Select(share => 100 * share)], 0)} % (Wilson)");

    private static Markup Lung(IldResponse response) => response.AtLast.IsEmpty ? Markup.Empty : Card(
        "Lung, last value on treatment",
        $"{response.AtLast.Count(one => one.Category is ResponseCategory.Improved or ResponseCategory.Stable)} of {response.AtLast.Length}",
        $"with ILD improved ({Count(response, ResponseCategory.Improved)}) or stable ({Count(response, ResponseCategory.Stable)}); worse {Count(response, ResponseCategory.Worsened)}, open {Count(response, ResponseCategory.Indeterminate)}");

    private static int Count(IldResponse response, ResponseCategory category) => response.AtLast.Count(one => one.Category == category);

    private static Markup Nutrition(Nutrition nutrition) => nutrition.AlbuminRestored is null || nutrition.AlbuminLowAtBaseline is null || nutrition.TpnDiscontinued is null || nutrition.TpnAtBaseline is null ? Markup.Empty
        : nutrition.TpnAtBaseline == 0 ? Card(
        "Nutrition",
        $"{nutrition.AlbuminRestored} of {nutrition.AlbuminLowAtBaseline}",
        "with low albumin at baseline restored; nobody was on parenteral nutrition then")
        : Card(
        "Nutrition",
        $"{nutrition.TpnDiscontinued} of {nutrition.TpnAtBaseline}",
        $"came off parenteral nutrition; albumin restored in {nutrition.AlbuminRestored} of {nutrition.AlbuminLowAtBaseline}");

    private static Markup Safety(AdverseEvents events) => events.Total is null ? Markup.Empty : Card(
        "Serious adverse events",
        Rounded.Count(events.Serious),
        events.Serious is null ? $"withheld; {events.Total} adverse events in all"
        : $"in {events.SubjectsWithSerious} {(events.SubjectsWithSerious == 1 ? "subject" : "subjects")}; {events.Total} adverse events in all");

    private static MeasureRow? Row(Summary summary, int month) => summary.Measures
        .Single(measure => measure.Variable == Variables.MrssTotal).Rows
        .FirstOrDefault(row => row.Scope == Cohort.Overall && row.Month == month);

    private static Markup Card(string title, string figure, string text) =>
        Markup.Of($"<li><h3>{title}</h3><span class=\"figure\">{figure}</span><p>{text}</p></li>\n");
}
