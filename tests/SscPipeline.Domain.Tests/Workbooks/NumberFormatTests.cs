using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Domain.Tests.Workbooks;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("yyyy-mm-dd")]
    [InlineData("m/d/yy h:mm")]
    [InlineData("d-mmm-yy")]
    [InlineData("[$-409]d-mmm-yy;@")]
    [InlineData("[$-F800]dddd, mmmm dd, yyyy")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"")]
    [InlineData("mmm")]
    [InlineData("mm:ss.0")]
    [InlineData("[h]:mm")]
    [InlineData("dd\\.mm\\.yyyy")]
    public void A_date_is_known_by_its_format(string code) => Assert.True(new NumberFormat(code).IsDate);

    [Theory]
    [InlineData("General")]
    [InlineData("GENERAL")]
    [InlineData("0.00")]
    [InlineData("#,##0")]
    [InlineData("0%")]
    [InlineData("@")]
    [InlineData("[Red]0.0")]
    [InlineData("0 \"days\"")]
    [InlineData("0.0\" mg/dL\"")]
    [InlineData("0.00E+00")]
    [InlineData("_-* #,##0.00_-;-* #,##0.00_-")]
    [InlineData("#,##0.0 \\m\\m")]
    [InlineData("General;[Red]-General")]
    public void A_number_is_not_taken_for_a_date(string code) => Assert.False(new NumberFormat(code).IsDate);

    [Theory]
    [InlineData("0%", true)]
    [InlineData("0.00%", true)]
    [InlineData("0.0 \"% pred\"", false)]
    [InlineData("0.0\\%", false)]
    [InlineData("0.0", false)]
    public void A_percentage_is_known_by_its_format_and_not_by_a_printed_sign(string code, bool expected) =>
        Assert.Equal(expected, new NumberFormat(code).IsPercent);
}
