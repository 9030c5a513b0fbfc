using SscPipeline.Domain.Sites;

namespace SscPipeline.Domain.Tests.Sites;

public sealed class VariableDictionaryTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 100)];

    [Theory, MemberData(nameof(Seeds))]
    public void It_has_what_was_put_into_it_in_ordinal_order_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        var expected = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var values = new VariableDictionary<int>();
        for (var count = random.Next(40); count > 0; count--)
        {
            var variable = $"{(random.Next(2) == 0 ? "mrss_area_" : "FVC")}{random.Next(30)}";
            values = values.SetItem(variable, count);
            expected[variable] = count;
        }

        Assert.Equal(expected, values);
        Assert.Equal(expected.Keys, values.Keys);
        Assert.Equal(expected.Values, values.Values);
        Assert.All(Enumerable.Range(0, 30).Select(number => $"mrss_area_{number}"), variable =>
        {
            Assert.Equal(expected.TryGetValue(variable, out var there), values.TryGetValue(variable, out var found));
            Assert.Equal((there, expected.ContainsKey(variable)), (found, values.ContainsKey(variable)));
        });
    }

    [Fact]
    public void Setting_items_leaves_the_one_before_as_it_was()
    {
        var before = new VariableDictionary<int>(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 });

        var after = before.SetItems([KeyValuePair.Create("b", 3), KeyValuePair.Create("c", 4)]);

        Assert.Equal([1, 2], before.Values.ToArray());
        Assert.Equal([1, 3, 4], after.Values.ToArray());
        Assert.Throws<KeyNotFoundException>(() => before["c"]);
    }
}
