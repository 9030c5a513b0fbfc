using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Ingesting;

/// <summary>A large document and its correction are compared without either being in memory, and with the same words.</summary>
public sealed class ComparisonMemoryTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task Counts_and_listed_changes_do_not_depend_on_how_the_earlier_rows_arrive(int seed)
    {
        var random = new Random(seed);
        var (before, after) = (Rows(random), Rows(random));
        var whole = WholeComparison.Between(before, after);

        random.Shuffle(before);
        var passing = await OutcomeComparison.BetweenAsync(before.ToAsyncEnumerable(), after, Never);

        Assert.Equal(whole.Counts, passing.Counts);
        Assert.Equal(whole.Changes, passing.Changes.AsEnumerable());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Rows_of_one_key_count_together_in_both_versions(int seed)
    {
        var random = new Random(seed);
        var (before, after) = (Halves(random, Rows(random)), Halves(random, Rows(random)));

        var (counts, changes) = WholeComparison.Between(before, after);
        var comparison = OutcomeComparison.Between(before, after);

        Assert.Equal(counts, comparison.Counts);
        Assert.Equal(changes, comparison.Changes.AsEnumerable());
    }

    [Fact]
    public async Task Earlier_rows_are_let_go_as_they_pass_by()
    {
        var rows = new List<WeakReference>();
        var most = 0;

        var comparison = await OutcomeComparison.BetweenAsync(Passing(), [], Never);

        Assert.Equal(4_000, comparison.Counts.Withdrawn);
        Assert.InRange(most, 0, 20);

        async IAsyncEnumerable<OutcomeRow> Passing()
        {
            for (var day = 1; day <= 2_000; day++)
            {
                yield return Passed(day);
                if (day % 500 == 0)
                {
                    GC.Collect();
                    most = Math.Max(most, rows.Count(row => row.IsAlive));
                }
            }

            await Task.CompletedTask;
        }

        OutcomeRow Passed(int day)
        {
            var row = Row(RecordKind.Visit, "S-1", day, [Value("a", day), Value("b", day)]);
            rows.Add(new WeakReference(row));
            return row;
        }
    }

    /// <summary>Up to 1,200 values: often more than are listed.</summary>
    private static OutcomeRow[] Rows(Random random)
    {
        var rows = new List<OutcomeRow>();
        var (subjects, days) = (random.Next(0, 13), random.Next(1, 31));
        for (var subject = 1; subject <= subjects; subject++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"S-{(subject % 4 == 0 ? "é" : "")}{subject}");
            if (random.Next(3) > 0)
            {
                rows.Add(Row(RecordKind.Subject, name, 0, Values(random)));
            }

            rows.AddRange(Enumerable.Range(1, days).Where(_ => random.Next(4) > 0).Select(day => Row(RecordKind.Visit, name, day, Values(random))));
            rows.AddRange(Enumerable.Range(1, random.Next(3)).Select(number => Row(RecordKind.AdverseEvent, name, number, Values(random))));
        }

        var all = rows.ToArray();
        random.Shuffle(all);
        return all;
    }

    private static OutcomeRow[] Halves(Random random, OutcomeRow[] rows) =>
        [.. rows, .. rows.Where(_ => random.Next(5) == 0).Select(row => row with { Outcomes = Values(random) })];

    private static ImmutableArray<Outcome> Values(Random random) =>
        [.. new[] { "a", "b", "c", "d", "e" }.Where(_ => random.Next(6) > 0).Select(variable => Value(variable, random.Next(3)))];

    private static Outcome Value(string variable, int value) =>
        new(variable, OutcomeValue.Of((decimal)value), "A1") { Comparator = value == 2 ? "<" : null };

    private static OutcomeRow Row(RecordKind kind, string subject, int number, ImmutableArray<Outcome> outcomes) => new(kind, subject, outcomes)
    {
        Visit = kind == RecordKind.Visit ? VisitTime.AtDay(number) : null,
        Ordinal = kind == RecordKind.AdverseEvent ? number : 0,
        Sheet = "Visits",
        Row = 2,
    };
}
