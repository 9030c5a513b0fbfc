using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Domain.Tests.Outcomes;

public sealed class VisitTimeTests
{
    [Theory]
    [InlineData("20120305")]
    [InlineData("d184")]
    [InlineData("d0")]
    [InlineData("d-14")]
    [InlineData("m6")]
    [InlineData("m1.5")]
    [InlineData("m0")]
    public void What_is_written_is_read_back(string text) => Assert.Equal(text, VisitTime.TryParse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("m")]
    [InlineData("d1.5")]
    [InlineData("m1,000")]
    [InlineData("m6 ")]
    [InlineData("20121305")]
    [InlineData("2012-03-05")]
    [InlineData("x1")]
    public void Anything_else_is_no_visit(string text) => Assert.Null(VisitTime.TryParse(text));

    [Fact]
    public void Six_months_are_six_months_however_many_zeros_were_typed() => Assert.Equal(VisitTime.AtMonth(6), VisitTime.AtMonth(6.00m));

    [Fact]
    public void Trailing_zeros_do_not_change_a_value() =>
        Assert.Equal((OutcomeValue.Of(41.5m), "41.5"), (OutcomeValue.Of(41.50m), OutcomeValue.Of(41.50m).ToString()));
}
