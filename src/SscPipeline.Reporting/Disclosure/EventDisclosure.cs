using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Adverse events. Many events of few persons are as telling as few events, so a level is shown when both are enough.</summary>
internal sealed class EventDisclosure
{
    private readonly List<Level> levels = [];
    private readonly Exposure? exposure;
    private readonly DisclosureRules rules;

    public EventDisclosure(CellBlock cells, Cell subjects, Summary summary)
    {
        rules = cells.Rules;
        exposure = summary.Exposure.FirstOrDefault(row => row.Scope == Cohort.Overall);
        var rows = summary.EventRates.Where(row => row.Scope == Cohort.Overall).ToList();
        if (rows.FirstOrDefault(row => row.Group == "all") is not { } all)
        {
            return;
        }

        var total = Add(cells, subjects, all, importance: 10);
        foreach (var group in rows.Where(row => row.Group != "all").GroupBy(row => row.Group, StringComparer.Ordinal))
        {
            var parts = group.Select(row => Add(cells, subjects, row, importance: row.Group == "severity" ? 8 : 6)).ToList();
            parts.ForEach(part => cells.Rest(total.Subjects, part.Subjects));
            cells.Sum(total.Events, [.. parts.Select(part => part.Events)]);
            cells.Sum(total.OnTreatment, [.. parts.Select(part => part.OnTreatment)]);
        }

        Combine(cells, "grade 1 to 2", "1", "2");
        Combine(cells, "grade 3 to 5", "3", "4", "5");
    }

    public ImmutableArray<EventRate> Rates()
    {
        var months = exposure is null ? null : PatientMonths(exposure, rules);
        return months is not > 0 ? [] : [.. levels.Where(level => level.IsShown).Select(level => Rate(level.Row, months.Value))];
    }

    public AdverseEvents Counts()
    {
        var all = levels.FirstOrDefault(level => level.Row.Group == "all");
        var serious = levels.FirstOrDefault(level => level.Row is { Group: "seriousness", Level: "serious" });
        var hasNone = all is { Row.Events: 0 };
        return all is not { IsShown: true } ? new AdverseEvents(null, null, null, null, null, null, null, []) : new AdverseEvents(
            all.Row.Events,
            serious is null ? 0 : serious.IsShown ? serious.Row.Events : null,
            all.Row.Subjects,
            serious is null ? 0 : serious.IsShown ? serious.Row.Subjects : null,
            hasNone ? null : By("grade"),
            hasNone ? null : By("causality"),
            hasNone ? null : By("outcome"),
            []);

        ImmutableSortedDictionary<string, int> By(string group) => levels
            .Where(level => level.Row.Group == group && level.IsShown)
            .ToImmutableSortedDictionary(level => level.Row.Level, level => level.Row.Events, StringComparer.Ordinal);
    }

    /// <summary>The sum of treated times; null where it is not shown.</summary>
    public static double? PatientMonths(Exposure exposure, DisclosureRules rules) => exposure.TreatmentMonths is var time && GroupFigures.CanShow(time.N, time.Sd, rules)
        ? exposure.PatientMonths
        : null;

    private Level Add(CellBlock cells, Cell all, EventRate row, int importance)
    {
        var isOfFew = rules.IsSmall(row.Subjects);
        var level = new Level(
            row, cells.Count(row.Events, importance, isOfFew), cells.Part(all, row.Subjects, importance), cells.Count(row.OnTreatment, importance, isOfFew));
        cells.Rest(level.Events, level.OnTreatment);
        levels.Add(level);
        return level;
    }

    /// <summary>Grades make up the severities.</summary>
    private void Combine(CellBlock cells, string severity, params ReadOnlySpan<string> grades)
    {
        var names = grades.ToArray();
        var parts = levels.Where(level => level.Row.Group == "grade" && names.Contains(level.Row.Level)).ToList();
        if (levels.FirstOrDefault(level => level.Row.Group == "severity" && level.Row.Level == severity) is { } whole)
        {
            cells.Sum(whole.Events, [.. parts.Select(part => part.Events)]);
            cells.Sum(whole.OnTreatment, [.. parts.Select(part => part.OnTreatment)]);
        }
    }

    private static EventRate Rate(EventRate row, double months) => row with
    {
        PatientMonths = months,
        Per100PatientMonths = 100 * row.OnTreatment / months,
        Ci95 = Statistics.PoissonRate.Confidence95(row.OnTreatment) is var interval ? [100 * interval.Low / months, 100 * interval.High / months] : null,
    };

    private sealed record Level(EventRate Row, Cell Events, Cell Subjects, Cell OnTreatment)
    {
        public bool IsShown => Events.IsShown && Subjects.IsShown && OnTreatment.IsShown;
    }
}
