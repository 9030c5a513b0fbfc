using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Sets up the attacker with every count of a public report and every way in which they add up.</summary>
internal static class CountAttack
{
    public static IReadOnlyList<string> On(Summary controlled, Summary shown, int minimum)
    {
        var attacker = new Attacker();
        var subjects = attacker.Cell("subjects", controlled.Population.Subjects, shown.Population.Subjects);
        attacker.Rest(subjects, attacker.Cell("women", controlled.Population.Female, shown.Population.Female));
        Skin(attacker, controlled, shown);
        Lung(attacker, controlled, shown);
        Visits(attacker, subjects, controlled, shown);
        Events(attacker, subjects, controlled, shown);
        Nutrition(attacker, controlled, shown);
        Composite(attacker, controlled, shown);
        return attacker.Found(minimum);
    }

    private static void Skin(Attacker attacker, Summary controlled, Summary shown)
    {
        foreach (var row in controlled.SkinClasses.Where(row => row.Scope == "overall"))
        {
            var (own, name) = (shown.SkinClasses.FirstOrDefault(one => one.Month == row.Month), $"skin, month {row.Month}");
            var (truth, printed) = (controlled.Row("mrss_total", row.Month)!.Responders!, shown.Row("mrss_total", row.Month)?.Responders);
            var n = attacker.Cell($"{name}, n", row.Decrease5.N, own?.Decrease5.N ?? printed?.N);
            var responders = attacker.Cell($"{name}, responders", truth.K, printed?.K ?? (printed?.Wilson95 is null ? null : truth.K));
            var (five, three, worse) = (Share(attacker, $"{name}, 5 better", n, row.Decrease5, own?.Decrease5), Share(attacker, $"{name}, 3 better", n, row.Decrease3, own?.Decrease3), Share(attacker, $"{name}, worse", n, row.Progressors, own?.Progressors));
            attacker.Rest(n, responders);
            attacker.Rest(five, responders);
            attacker.Rest(three, five);
            attacker.Rest(three, responders);
            new[] { three, five, responders }.ToList().ForEach(better => attacker.Rest(n, better, worse));
        }
    }

    private static void Lung(Attacker attacker, Summary controlled, Summary shown)
    {
        foreach (var row in controlled.IldResponse.Classes.Where(row => row is { Scope: "overall", Basis: "reported" }))
        {
            var (own, name) = (shown.IldResponse.Classes.FirstOrDefault(one => one.Month == row.Month), $"lung, month {row.Month}");
            var counts = shown.IldResponse.ByMonth.FirstOrDefault(one => one.Month == row.Month);
            var n = attacker.Cell($"{name}, n", row.N, own?.N);
            foreach (var parts in new[]
            {
                new[] { ("improved", row.Improved, own?.Improved ?? counts?.Improved), ("stable", row.Stable, own?.Stable ?? counts?.Stable), ("worsened", row.Worsened, own?.Worsened ?? counts?.Worsened), ("open", row.Indeterminate, own?.Indeterminate ?? counts?.Indeterminate) },
                [("FVC up", row.McidImproved, own?.McidImproved), ("FVC same", row.McidStable, own?.McidStable), ("FVC down", row.McidWorsened, own?.McidWorsened)],
            })
            {
                var cells = parts.Select(part => attacker.Cell($"{name}, {part.Item1}", part.Item2, part.Item3)).ToList();
                cells.ForEach(cell => attacker.Rest(n, cell));
                attacker.Sum(n, cells);
            }

            if (row.PpfPhysiology is { } ppf)
            {
                Share(attacker, $"{name}, PPF", attacker.Cell($"{name}, within a year", ppf.N, own?.PpfPhysiology?.N), ppf, own?.PpfPhysiology);
            }
        }
    }

    private static void Visits(Attacker attacker, int subjects, Summary controlled, Summary shown)
    {
        var earlier = new List<int>();
        foreach (var row in controlled.Quality?.Visits.Where(row => row.Scope == "overall") ?? [])
        {
            var own = shown.Quality?.Visits.FirstOrDefault(one => one.Month == row.Month);
            var elsewhere = shown.Measures.SelectMany(measure => measure.Rows).Where(one => one.Month == row.Month).Select(one => one.NExpected).FirstOrDefault(n => n is not null);
            var expected = attacker.Cell($"expected, month {row.Month}", row.Expected, own?.Expected ?? elsewhere);
            attacker.Rest(subjects, expected);
            Share(attacker, $"seen, month {row.Month}", expected, row.ExpectedSeen, own?.ExpectedSeen);
            earlier.ForEach(before => attacker.Rest(before, expected));
            earlier.Add(expected);
        }
    }

    private static void Events(Attacker attacker, int subjects, Summary controlled, Summary shown)
    {
        var levels = controlled.EventRates.Where(row => row.Scope == "overall").ToDictionary(row => (row.Group, row.Level), row =>
        {
            var own = shown.EventRates.FirstOrDefault(one => one.Group == row.Group && one.Level == row.Level);
            var name = $"{row.Group} {row.Level}";
            return (Events: attacker.Cell($"{name}, events", row.Events, own?.Events ?? Counted(shown.AdverseEvents, row)), Subjects: attacker.Cell($"{name}, subjects", row.Subjects, own?.Subjects),
                OnTreatment: attacker.Cell($"{name}, on treatment", row.OnTreatment, own?.OnTreatment));
        });
        if (!levels.TryGetValue(("all", ""), out var all))
        {
            return;
        }

        attacker.Rest(subjects, all.Subjects);
        foreach (var level in levels.Values)
        {
            attacker.Rest(level.Events, level.OnTreatment);
            if (level != all)
            {
                attacker.Rest(all.Subjects, level.Subjects);
                attacker.Rest(subjects, level.Subjects);
            }
        }

        foreach (var group in levels.Where(level => level.Key.Group != "all").GroupBy(level => level.Key.Group))
        {
            attacker.Sum(all.Events, group.Select(level => level.Value.Events));
            attacker.Sum(all.OnTreatment, group.Select(level => level.Value.OnTreatment));
        }

        foreach (var (severity, grades) in new[] { ("grade 1 to 2", new[] { "1", "2" }), ("grade 3 to 5", ["3", "4", "5"]), ("missing", ["missing"]) })
        {
            if (levels.TryGetValue(("severity", severity), out var whole))
            {
                var parts = levels.Where(level => level.Key.Group == "grade" && grades.Contains(level.Key.Level)).Select(level => level.Value).ToList();
                attacker.Sum(whole.Events, parts.Select(part => part.Events));
                attacker.Sum(whole.OnTreatment, parts.Select(part => part.OnTreatment));
            }
        }
    }

    private static int? Counted(AdverseEvents events, EventRate row) => row.Group switch
    {
        "all" => events.Total,
        "seriousness" when row.Level == "serious" => events.Serious,
        "grade" => Level(events.ByGrade, row.Level),
        "causality" => Level(events.ByCausality, row.Level),
        "outcome" => Level(events.ByOutcome, row.Level),
        _ => null,
    };

    private static int? Level(ImmutableSortedDictionary<string, int>? counts, string level) =>
        counts is not null && counts.TryGetValue(level, out var count) ? count : null;

    private static void Nutrition(Attacker attacker, Summary controlled, Summary shown)
    {
        if (controlled.Nutrition.ByScope.FirstOrDefault(row => row.Scope == "overall") is not { } truth)
        {
            return;
        }

        var own = shown.Nutrition.ByScope.FirstOrDefault();
        if (controlled.Row("albumin_g_l", 0)?.N is { } measured)
        {
            var low = attacker.Cell("albumin low", truth.AlbuminRestored.N, own?.AlbuminRestored.N ?? shown.Nutrition.AlbuminLowAtBaseline);
            attacker.Rest(attacker.Cell("albumin measured", measured, shown.Row("albumin_g_l", 0)?.N), low);
            attacker.Rest(low, attacker.Cell("albumin restored", truth.AlbuminRestored.K, own?.AlbuminRestored.K ?? shown.Nutrition.AlbuminRestored));
        }

        var tpn = attacker.Cell("TPN", truth.TpnAtBaseline, own?.TpnAtBaseline ?? shown.Nutrition.TpnAtBaseline);
        var recorded = attacker.Cell("TPN recorded later", truth.TpnDiscontinued.N, own?.TpnDiscontinued.N);
        attacker.Rest(attacker.Cell("TPN known", truth.TpnKnownAtBaseline, own?.TpnKnownAtBaseline), tpn);
        attacker.Sum(tpn, recorded, attacker.Cell("TPN unknown later", truth.TpnUnknown, own?.TpnUnknown));
        var stopped = attacker.Cell("TPN stopped", truth.TpnDiscontinued.K, own?.TpnDiscontinued.K ?? shown.Nutrition.TpnDiscontinued);
        attacker.Rest(recorded, stopped);
        attacker.Rest(tpn, stopped);
    }

    private static void Composite(Attacker attacker, Summary controlled, Summary shown)
    {
        if (controlled.Composite?.Rows.FirstOrDefault(row => row.Scope == "overall") is not { } truth)
        {
            return;
        }

        var own = shown.Composite?.Rows.FirstOrDefault();
        var n = attacker.Cell("composite, n", truth.N, own?.N);
        Share(attacker, "CRISS improved", n, truth.CrissImproved, own?.CrissImproved);
        attacker.Rest(n, attacker.Cell("step 1", truth.StepOneToReview, own?.StepOneToReview));
        var levels = truth.Revised.Select((level, index) => Share(attacker, $"revised {level.Level}", n, level.Responders, own?.Revised[index].Responders)).ToList();
        levels.Index().ToList().ForEach(level => levels.Skip(level.Index + 1).ToList().ForEach(next => attacker.Rest(level.Item, next)));
    }

    /// <summary>An interval gives k away as well as k itself does.</summary>
    private static int Share(Attacker attacker, string name, int whole, Share truth, Share? shown)
    {
        var part = attacker.Cell(name, truth.K, shown?.K ?? (shown?.Wilson95 is null && shown?.ClopperPearson95 is null ? null : truth.K));
        attacker.Rest(whole, part);
        return part;
    }
}
