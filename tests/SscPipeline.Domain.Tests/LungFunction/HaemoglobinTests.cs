using SscPipeline.Domain.LungFunction;

namespace SscPipeline.Domain.Tests.LungFunction;

public sealed class HaemoglobinTests
{
    [Theory]
    [InlineData(Sex.Female, 40.0, 4.20, 100, 4.788)]
    [InlineData(Sex.Male, 40.0, 20.0, 100, 23.788)]
    [InlineData(Sex.Female, 40.0, 20.0, 134, 20.0)]
    [InlineData(Sex.Male, 40.0, 20.0, 146, 20.0)]
    [InlineData(Sex.Male, 15.0, 20.0, 146, 20.0)]
    [InlineData(Sex.Male, 14.9, 20.0, 134, 20.0)]
    [InlineData(Sex.Male, null, 20.0, 146, 20.0)]
    public void Anaemia_raises_the_corrected_transfer_factor(Sex sex, double? age, double dlco, int hb, double corrected) =>
        Assert.Equal((decimal)corrected, Math.Round(Haemoglobin.Corrected((decimal)dlco, hb, sex, age), 3));

    [Fact]
    public void Without_haemoglobin_there_is_no_correction() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Haemoglobin.Corrected(20, 0, Sex.Female, 40));
}
