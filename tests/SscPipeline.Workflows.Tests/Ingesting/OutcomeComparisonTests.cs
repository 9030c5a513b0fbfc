using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class OutcomeComparisonTests
{
    [Fact]
    public void Each_value_is_inserted_changed_withdrawn_or_unchanged()
    {
        OutcomeRow[] before = [Visit("P-01", 1, ("a", 1), ("b", 2), ("c", 3))];
        OutcomeRow[] after = [Visit("P-01", 1, ("b", 2), ("c", 4), ("d", 5))];

        var comparison = OutcomeComparison.Between(before, after);

        Assert.Equal(new OutcomeCounts(1, 1, 1, 1), comparison.Counts);
        Assert.Equal(
            [
                new OutcomeChange("changed", "P-01", "d1", "c", "3", "4"),
                new OutcomeChange("withdrawn", "P-01", "d1", "a", "1", null),
                new OutcomeChange("inserted", "P-01", "d1", "d", null, "5"),
            ],
            comparison.Changes.AsEnumerable());
    }

    [Fact]
    public void Rows_that_vanish_are_withdrawn_and_new_ones_inserted_whole()
    {
        var comparison = OutcomeComparison.Between([Visit("P-01", 1, ("a", 1), ("b", 2))], [Visit("P-01", 2, ("a", 1))]);

        Assert.Equal(new OutcomeCounts(1, 0, 2, 0), comparison.Counts);
    }

    [Fact]
    public void Changes_come_by_subject_then_facts_visits_and_events_in_order_and_only_a_visit_is_named()
    {
        OutcomeRow[] rows = [Event("P-01", 2), Visit("P-02", 1, ("a", 1)), Event("P-01", 1), Visit("P-01", 2, ("b", 1), ("a", 1)), Facts("P-01"), Visit("P-01", 1, ("a", 1))];

        var changes = OutcomeComparison.Between([], rows).Changes;

        Assert.Equal(
            [("P-01", null, "fact"), ("P-01", "d1", "a"), ("P-01", "d2", "a"), ("P-01", "d2", "b"), ("P-01", null, "event 1"), ("P-01", null, "event 2"), ("P-02", "d1", "a")],
            changes.Select(change => (change.Subject, change.Visit, change.Variable)));
    }

    [Fact]
    public void Rows_of_one_visit_on_two_sheets_are_compared_together()
    {
        OutcomeRow[] together = [Visit("P-01", 1, ("a", 1), ("b", 2))];
        OutcomeRow[] apart = [Visit("P-01", 1, ("a", 1)), Visit("P-01", 1, ("b", 2))];

        Assert.Equal(new OutcomeCounts(0, 0, 0, 2), OutcomeComparison.Between(together, apart).Counts);
        Assert.Equal(new OutcomeCounts(0, 0, 0, 2), OutcomeComparison.Between(apart, together).Counts);
    }

    [Fact]
    public void A_value_below_a_limit_is_not_the_limit()
    {
        var measured = new Outcome("a", OutcomeValue.Of(5m), "A1");
        var row = Visit("P-01", 1) with { Outcomes = [measured] };

        var change = Assert.Single(OutcomeComparison.Between([row], [row with { Outcomes = [measured with { Comparator = "<" }] }]).Changes);

        Assert.Equal(("5", "<5"), (change.Old, change.New));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_001)]
    public void All_changes_are_counted_and_a_thousand_listed_what_changed_first(int rows)
    {
        var before = Enumerable.Range(1, rows).Select(day => Visit("P-01", day, ("a", 1), ("b", 1)));
        var after = Enumerable.Range(1, rows).Select(day => Visit("P-01", day, ("a", 2), ("c", 1)));

        var comparison = OutcomeComparison.Between([.. before], [.. after]);

        Assert.Equal(new OutcomeCounts(rows, rows, rows, 0), comparison.Counts);
        Assert.Equal(1_000, comparison.Changes.Length);
        Assert.All(comparison.Changes, change => Assert.Equal("changed", change.Kind));
    }

    [Theory]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(700)]
    public void Of_many_new_rows_all_values_are_counted_and_a_thousand_listed(int rows)
    {
        var after = Enumerable.Range(1, rows).Select(day => Visit("P-01", day, ("a", 1), ("b", 1)));

        var comparison = OutcomeComparison.Between([Facts("P-01")], [Facts("P-01"), .. after]);

        Assert.Equal(new OutcomeCounts(2 * rows, 0, 0, 1), comparison.Counts);
        Assert.Equal(Math.Min(2 * rows, 1_000), comparison.Changes.Length);
    }

    [Fact]
    public void Rows_that_stay_are_found_behind_those_that_vanish_and_those_that_are_new()
    {
        OutcomeRow[] some = [Visit("P-02", 1, ("a", 1)), Visit("P-04", 1, ("a", 1))];
        OutcomeRow[] more = [Visit("P-01", 1, ("a", 1)), .. some, Visit("P-03", 1, ("a", 1)), Visit("P-05", 1, ("a", 1))];

        Assert.Equal(new OutcomeCounts(0, 0, 3, 2), OutcomeComparison.Between(more, some).Counts);
        Assert.Equal(new OutcomeCounts(3, 0, 0, 2), OutcomeComparison.Between(some, more).Counts);
    }

    private static OutcomeRow Visit(string subject, int day, params (string Variable, int Value)[] values) =>
        Row(RecordKind.Visit, subject, values) with { Visit = VisitTime.AtDay(day) };

    private static OutcomeRow Facts(string subject) => Row(RecordKind.Subject, subject, ("fact", 1));

    private static OutcomeRow Event(string subject, int ordinal) =>
        Row(RecordKind.AdverseEvent, subject, (string.Create(CultureInfo.InvariantCulture, $"event {ordinal}"), 1)) with { Ordinal = ordinal };

    private static OutcomeRow Row(RecordKind kind, string subject, params (string Variable, int Value)[] values) =>
        new(kind, subject, [.. values.Select(value => new Outcome(value.Variable, OutcomeValue.Of((decimal)value.Value), "A1"))]) { Sheet = "Visits", Row = 2 };
}
