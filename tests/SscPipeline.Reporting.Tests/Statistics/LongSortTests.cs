using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Tests.Statistics;

public sealed class LongSortTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 511)]
    [InlineData(3, 512)]
    [InlineData(4, 5_000)]
    [InlineData(5, 5_000)]
    [InlineData(6, 5_000)]
    public void Numbers_of_every_size_and_sign_come_out_as_a_comparing_sort_has_them(int seed, int count)
    {
        var random = new Random(seed);
        long[] numbers = [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(long.MinValue, long.MaxValue) >> (random.Next(8) * 8))];
        long[] expected = [.. numbers.Order()];

        LongSort.Ascending(numbers);

        Assert.Equal(expected, numbers);
    }

    [Fact]
    public void The_ends_of_the_range_and_equal_numbers_are_no_trouble()
    {
        long[] numbers = [.. Enumerable.Range(0, 600).Select(i => (i % 3) switch { 0 => long.MaxValue, 1 => long.MinValue, _ => 7 })];
        long[] expected = [.. numbers.Order()];
        long[] same = [.. Enumerable.Repeat(-4L, 600)];

        LongSort.Ascending(numbers);
        LongSort.Ascending(same);

        Assert.Equal(expected, numbers);
        Assert.All(same, number => Assert.Equal(-4, number));
    }
}
