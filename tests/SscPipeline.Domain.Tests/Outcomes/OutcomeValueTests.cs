using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Domain.Tests.Outcomes;

public sealed class OutcomeValueTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 100)];

    [Theory, MemberData(nameof(Seeds))]
    public void Any_number_keeps_its_value_and_loses_its_trailing_zeros(int seed)
    {
        var random = new Random(seed);
        for (var count = 0; count < 50; count++)
        {
            var number = new decimal(
                random.Next(3) == 0 ? random.Next(1_000) * 1_000 : random.Next(), random.Next(2) * random.Next(), random.Next(2) * random.Next(), random.Next(2) == 0, (byte)random.Next(29));

            // Dividing by one with as many places as there are is how a decimal is told to forget its zeros.
            Assert.Equal(decimal.GetBits(number.Scale == 0 ? number : number / 1.0000000000000000000000000000m), decimal.GetBits(OutcomeValue.Of(number).Number!.Value));
        }
    }

    [Fact]
    public void A_value_is_of_one_kind_and_the_same_as_any_other_of_its_kind_and_content()
    {
        OutcomeValue[] values = [OutcomeValue.Of(41.5m), OutcomeValue.Of("41.5"), OutcomeValue.Of(""), OutcomeValue.Of(new DateOnly(2012, 3, 5)), OutcomeValue.Of(734_566m), default];

        Assert.Equal(["41.5", "41.5", "", "2012-03-05", "734566", ""], values.Select(value => value.ToString()));
        Assert.Equal([41.5m, null, null, null, 734_566m, null], values.Select(value => value.Number));
        Assert.Equal([null, "41.5", "", null, null, null], values.Select(value => value.Text));
        Assert.Equal([null, null, null, new DateOnly(2012, 3, 5), null, null], values.Select(value => value.Date));
        Assert.Equal(values.Length, values.Distinct().Count());
        Assert.Equal(OutcomeValue.Of(41.50m), values[0]);
        Assert.Equal(OutcomeValue.Of(new string(['4', '1', '.', '5'])), values[1]);
        Assert.Equal(OutcomeValue.Of(DateOnly.FromDayNumber(values[3].Date!.Value.DayNumber)), values[3]);
    }
}
