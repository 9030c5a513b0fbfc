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
            var parts = group.Select(row => Add(cells, subjects, row, importance: 6)).ToList();
            parts.ForEach(part => cells.Rest(total.Subjects, part.Subjects));
            Add(cells, total, parts);
        }

        foreach (var severity in levels.Where(level => level.Row.Group == "severity"))
        {
            Add(cells, severity, [.. levels.Where(level => level.Row.Group == "grade" && SeverityOf(level.Row.Level) == severity.Row.Level)]);
        }
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
        var (events, onTreatment) = (cells.Count(row.Events, importance, isOfFew), cells.Count(row.OnTreatment, importance, isOfFew));
        var level = new Level(row, events, cells.Part(all, row.Subjects, importance), onTreatment, cells.Unprinted(row.Events - row.OnTreatment));
        cells.Sum(events, onTreatment, level.OffTreatment);
        levels.Add(level);
        return level;
    }

    /// <summary>Also by severity and grade, missing ones included: who knows the one that is missing in both has all of a sum but one.</summary>
    private static void Add(CellBlock cells, Level whole, IReadOnlyList<Level> parts)
    {
        foreach (var count in new Func<Level, Cell>[] { level => level.Events, level => level.OnTreatment, level => level.OffTreatment })
        {
            cells.Sum(count(whole), [.. parts.Select(count)]);
        }
    }

    private static string SeverityOf(string grade) => grade switch { "1" or "2" => "grade 1 to 2", "3" or "4" or "5" => "grade 3 to 5", _ => "missing" };

    private static EventRate Rate(EventRate row, double months) => row with
    {
        PatientMonths = months,
        Per100PatientMonths = 100 * row.OnTreatment / months,
        Ci95 = Statistics.PoissonRate.Confidence95(row.OnTreatment) is var interval ? [100 * interval.Low / months, 100 * interval.High / months] : null,
    };

    private sealed record Level(EventRate Row, Cell Events, Cell Subjects, Cell OnTreatment, Cell OffTreatment)
    {
        public bool IsShown => Events.IsShown && Subjects.IsShown && OnTreatment.IsShown;
    }
}
