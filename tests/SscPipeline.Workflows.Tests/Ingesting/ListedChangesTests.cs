using System.Globalization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Tests.Ingesting;

public sealed class ListedChangesTests
{
    [Fact]
    public void Of_the_last_row_that_is_listed_the_first_variables_are_kept_in_whatever_order_they_come()
    {
        var changes = Filled(Receipt.MaxChanges - 1);

        changes.Add(Key(Receipt.MaxChanges), "b", null, "1");
        changes.Add(Key(Receipt.MaxChanges), "a", null, "1");

        Assert.Equal((Receipt.MaxChanges + 1, "a"), (changes.Count, changes.First.Last().Variable));
    }

    [Fact]
    public void No_more_than_are_listed_are_ever_held()
    {
        var changes = Filled(Receipt.MaxChanges);

        changes.Add(Key(0), "a", null, "1");

        Assert.Equal((Receipt.MaxChanges, Key(0).Subject), (changes.First.Count(), changes.First.First().Subject));
    }

    private static ListedChanges Filled(int count)
    {
        var changes = new ListedChanges("inserted");
        for (var number = 1; number <= count; number++)
        {
            changes.Add(Key(number), "a", null, "1");
        }

        return changes;
    }

    private static ComparedKey Key(int number) => new(string.Create(CultureInfo.InvariantCulture, $"P-{number:00000}"), RecordKind.Visit, "d1");
}
