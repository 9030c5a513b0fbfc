using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Tests.Statistics;

public sealed class DigitsTests
{
    [Theory]
    [InlineData("0", 3, 0)]
    [InlineData("-12.5", 1, -125)]
    [InlineData("12.50", 4, 125_000)]
    [InlineData("0.000000000000000001", 18, 1)]
    [InlineData("9223372036854775807", 0, long.MaxValue)]
    [InlineData("-922337203685477580.7", 1, -long.MaxValue)]
    public void A_decimal_is_as_many_whole_units_and_comes_back_as_it_was(string text, int scale, long digits)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(digits, Digits.Of(value, scale));
        Assert.Equal(value, Digits.Number(digits, scale));
    }

    [Theory]
    [InlineData("9223372036854775808", 0)]
    [InlineData("922337203685477580.8", 1)]
    [InlineData("922337203685477581", 1)]
    [InlineData("79228162514264337593543950335", 0)]
    [InlineData("0.0000000000000000001", 19)]
    public void What_does_not_fit_is_not_cut(string text, int scale) =>
        Assert.Null(Digits.Of(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture), scale));
}
