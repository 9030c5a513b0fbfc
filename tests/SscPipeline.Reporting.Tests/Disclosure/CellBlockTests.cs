using SscPipeline.Reporting.Disclosure;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Small counts, and what would give them away. The minimum is 5 throughout.</summary>
public sealed class CellBlockTests
{
    private readonly CellBlock block = new(new DisclosureRules(5));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_count_is_shown_when_it_is_nobody_or_enough(int count, bool isShown)
    {
        var cell = block.Count(count, importance: 1);

        block.Protect();

        Assert.Equal(isShown, cell.IsShown);
        Assert.Equal(isShown ? count : null, cell.Shown);
    }

    [Theory]
    [InlineData(20, 20, true)]
    [InlineData(20, 16, false)]
    [InlineData(20, 15, true)]
    public void A_part_is_hidden_when_those_who_are_left_are_few(int whole, int part, bool isShown)
    {
        var cell = block.Part(block.Known(whole), part, importance: 1);

        block.Protect();

        Assert.Equal(isShown, cell.IsShown);
    }

    [Fact]
    public void Many_events_of_few_persons_are_hidden_like_few()
    {
        var cell = block.Count(40, importance: 1, isOfFew: true);

        block.Protect();

        Assert.Null(cell.Shown);
    }

    [Fact]
    public void A_known_group_stays_shown()
    {
        var all = block.Known(52);
        Parts(all, (2, 1), (20, 1), (30, 1));

        block.Protect();

        Assert.Equal(52, all.Shown);
    }

    [Fact]
    public void Beside_a_small_part_the_least_important_other_one_is_hidden()
    {
        var parts = Parts(block.Known(52), (2, 9), (20, 5), (30, 4));

        block.Protect();

        Assert.Equal([null, 20, null], parts.Select(part => part.Shown));
    }

    [Fact]
    public void Of_equally_important_ones_the_smaller_is_hidden_and_nobody_only_at_last()
    {
        var parts = Parts(block.Known(52), (30, 5), (2, 5), (20, 5), (0, 5));

        block.Protect();

        Assert.Equal([30, null, null, 0], parts.Select(part => part.Shown));
    }

    [Fact]
    public void Nobody_is_hidden_at_last_even_where_that_would_do()
    {
        var parts = Parts(block.Known(54), (4, 5), (0, 5), (20, 5), (30, 5));

        block.Protect();

        Assert.Equal([null, 0, null, 30], parts.Select(part => part.Shown));
    }

    [Fact]
    public void Of_equal_ones_the_first_is_hidden()
    {
        var parts = Parts(block.Known(42), (20, 5), (20, 5), (2, 5));

        block.Protect();

        Assert.Equal([null, 20, null], parts.Select(part => part.Shown));
    }

    [Fact]
    public void Where_one_that_is_hidden_leaves_too_narrow_a_range_another_one_follows()
    {
        var parts = Parts(block.Known(31), (1, 9), (2, 1), (28, 5));

        block.Protect();

        Assert.All(parts, part => Assert.Null(part.Shown));
    }

    [Fact]
    public void Two_small_parts_hide_each_other_when_their_sum_leaves_a_range_of_five_numbers()
    {
        var parts = Parts(block.Known(34), (2, 5), (2, 5), (30, 5));

        block.Protect();

        Assert.Equal([null, null, 30], parts.Select(part => part.Shown));
    }

    [Fact]
    public void What_is_hidden_in_one_sum_is_not_given_away_by_another()
    {
        var total = block.Known(60);
        var few = block.Count(3, importance: 9);
        var other = block.Count(17, importance: 1);
        var third = block.Count(40, importance: 5);
        var (left, right) = (block.Count(7, importance: 3), block.Count(10, importance: 2));
        block.Sum(total, few, other, third);
        block.Sum(other, left, right);

        block.Protect();

        Assert.Equal([null, null, 40], new[] { few, other, third }.Select(cell => cell.Shown));
        Assert.Equal([7, null], new[] { left, right }.Select(cell => cell.Shown));
    }

    [Fact]
    public void What_turned_out_not_to_be_needed_is_shown_again_beginning_with_the_most_important()
    {
        var total = block.Known(70);
        var few = block.Count(2, importance: 9);
        var useless = block.Count(3 + 5, importance: 2);
        var useful = block.Count(60, importance: 3);
        block.Sum(total, few, useless, useful);
        block.Sum(useless, block.Known(8));

        block.Protect();

        Assert.Equal([null, 8, null], new[] { few, useless, useful }.Select(cell => cell.Shown));
    }

    [Fact]
    public void Sums_that_are_not_true_tell_nobody_anything()
    {
        var total = block.Known(20);
        var parts = new[] { block.Count(2, importance: 1), block.Count(17, importance: 1) };
        block.Sum(total, parts);
        block.Sum(total);

        block.Protect();

        Assert.Empty(block.Sums);
        Assert.Equal([null, 17], parts.Select(part => part.Shown));
    }

    [Fact]
    public void Parts_that_are_more_than_the_whole_leave_no_rest()
    {
        block.Rest(block.Known(20), block.Count(15, importance: 1), block.Count(6, importance: 1));

        Assert.Empty(block.Sums);
        Assert.Equal(3, block.Cells.Count);
    }

    [Fact]
    public void A_rest_of_nobody_is_a_sum_too()
    {
        block.Rest(block.Known(20), block.Count(14, importance: 1), block.Count(6, importance: 1));

        Assert.Equal(0, Assert.Single(block.Sums).Parts[^1].Value);
        Assert.False(block.Cells[^1].IsShown);
    }

    [Fact]
    public void Known_groups_that_differ_by_a_few_are_a_mistake_of_the_caller()
    {
        block.Rest(block.Known(20), block.Known(18));

        Assert.Contains("always shown", Assert.Throws<InvalidOperationException>(block.Protect).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_rule_only_the_small_numbers_themselves_are_hidden()
    {
        var weak = new CellBlock(new DisclosureRules(5) { HidesComplements = false });
        var whole = weak.Known(20);
        var (most, few) = (weak.Part(whole, 18, importance: 1), weak.Part(whole, 2, importance: 1));

        weak.Protect();

        Assert.Equal([18, null], new[] { most, few }.Select(cell => cell.Shown));
    }

    private Cell[] Parts(Cell total, params (int Value, int Importance)[] parts)
    {
        Cell[] cells = [.. parts.Select(part => block.Count(part.Value, part.Importance))];
        block.Sum(total, cells);
        return cells;
    }
}
