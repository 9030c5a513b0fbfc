using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Invented tables of adverse events, drawn from a seed, with many small counts.</summary>
internal static class RandomEvents
{
    private static readonly string[] Grades = ["1", "2", "3", "4", "5", "missing"];

    public static ImmutableArray<EventRate> Rows(int seed, int most)
    {
        var random = new Random(seed);
        var largest = random.Next(2) == 0 ? 8 : 40;
        List<EventRate> grades = [.. Grades.Select(grade => Row("grade", grade, Count(), Count())).Where(row => row.Events > 0)];
        if (grades.Count == 0)
        {
            return [Row("all", "", 0, 0)];
        }

        var all = Sum("all", "", grades);
        all = all with { Subjects = random.Next(1, Math.Min(most, all.Events) + 1) };
        grades = [.. grades.Select(With)];
        var severities = grades.GroupBy(row => row.Level switch { "1" or "2" => "grade 1 to 2", "missing" => "missing", _ => "grade 3 to 5" })
            .Select(group => group.Count() == 1 ? group.Single() with { Group = "severity", Level = group.Key } : With(Sum("severity", group.Key, group)));
        return [all, .. severities, .. grades, .. Split("seriousness", "serious", "not serious"), .. Split("causality", "POSSIBLE", "PROBABLE")];

        int Count() => random.Next(3) == 0 ? random.Next(6) : random.Next(largest);

        EventRate With(EventRate row) => row with { Subjects = random.Next(1, Math.Min(all.Subjects, row.Events) + 1) };

        IEnumerable<EventRate> Split(string group, string one, string other)
        {
            var (on, off) = (random.Next(all.OnTreatment + 1), random.Next(all.Events - all.OnTreatment + 1));
            return new[] { Row(group, one, on, off), Row(group, other, all.OnTreatment - on, all.Events - all.OnTreatment - off) }.Where(row => row.Events > 0).Select(With);
        }
    }

    private static EventRate Sum(string group, string level, IEnumerable<EventRate> rows) =>
        Row(group, level, rows.Sum(row => row.OnTreatment), rows.Sum(row => row.Events - row.OnTreatment));

    private static EventRate Row(string group, string level, int onTreatment, int offTreatment) =>
        new("overall", group, level, onTreatment + offTreatment, 0, onTreatment, 0, null, null);
}
