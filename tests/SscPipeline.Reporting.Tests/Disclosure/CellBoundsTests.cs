using SscPipeline.Reporting.Disclosure;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>What can be told of hidden counts, worked out by hand.</summary>
public sealed class CellBoundsTests
{
    [Fact]
    public void A_shown_count_is_known_and_a_hidden_one_without_a_sum_is_anything()
    {
        var bounds = CellBounds.Of([Cell(0, 7, isShown: true), Cell(1, 7)], []);

        Assert.Equal([(7L, 7L), (0L, 1_000_000_000L)], bounds);
    }

    [Fact]
    public void Two_hidden_parts_of_a_known_total_lie_between_nobody_and_what_the_third_leaves()
    {
        Cell[] cells = [Cell(0, 20, isShown: true), Cell(1, 2), Cell(2, 5), Cell(3, 13, isShown: true)];

        var bounds = CellBounds.Of(cells, [new CellSum(cells[0], cells[1..])]);

        Assert.Equal([(20L, 20L), (0L, 7L), (0L, 7L), (13L, 13L)], bounds);
    }

    [Fact]
    public void The_only_hidden_part_is_known()
    {
        Cell[] cells = [Cell(0, 20, isShown: true), Cell(1, 3), Cell(2, 17, isShown: true)];

        Assert.Equal((3L, 3L), CellBounds.Of(cells, [new CellSum(cells[0], cells[1..])])[1]);
    }

    [Fact]
    public void A_hidden_total_is_at_least_its_known_parts_and_at_most_what_its_own_total_allows()
    {
        Cell[] cells = [Cell(0, 30, isShown: true), Cell(1, 12), Cell(2, 18), Cell(3, 9, isShown: true), Cell(4, 3)];
        CellSum[] sums = [new(cells[0], [cells[1], cells[2]]), new(cells[1], [cells[3], cells[4]])];

        Assert.Equal([(30L, 30L), (9L, 30L), (0L, 21L), (9L, 9L), (0L, 21L)], CellBounds.Of(cells, sums));
    }

    [Fact]
    public void Bounds_are_carried_on_through_sums_that_came_before()
    {
        Cell[] cells = [Cell(0, 9), Cell(1, 4), Cell(2, 5, isShown: true), Cell(3, 30, isShown: true), Cell(4, 21, isShown: true)];
        CellSum[] sums = [new(cells[0], [cells[1], cells[2]]), new(cells[3], [cells[0], cells[4]])];

        Assert.Equal([(9L, 9L), (4L, 4L)], CellBounds.Of(cells, sums).Take(2));
    }

    [Fact]
    public void What_one_part_has_at_least_the_others_cannot_have()
    {
        Cell[] cells = [Cell(0, 20, isShown: true), Cell(1, 8), Cell(2, 12), Cell(3, 6, isShown: true), Cell(4, 2)];
        CellSum[] sums = [new(cells[0], [cells[1], cells[2]]), new(cells[1], [cells[3], cells[4]])];

        Assert.Equal((0L, 14L), CellBounds.Of(cells, sums)[2]);
    }

    private static Cell Cell(int index, int value, bool isShown = false) => new(index, value, isShown, isSensitive: false, importance: 1);
}
