using SscPipeline.Validation.Checks;
using SscPipeline.Validation.Typing;

namespace SscPipeline.Validation.Tests.Checks;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("P-O2", "P-02")]
    [InlineData("p2", "P-02")]
    [InlineData("P-1O", "P-10")]
    [InlineData("P-03", null)]
    [InlineData("P-20", null)]
    public void A_subject_is_taken_for_another_only_when_it_looks_like_it(string sent, string? meant) =>
        Assert.Equal(meant, new LookAlikes(["P-01", "P-02", "P-10"]).Of(sent));

    [Fact]
    public void A_subject_that_looks_like_two_others_is_taken_for_neither() => Assert.Null(new LookAlikes(["P-01", "P01"]).Of("p-1"));

    [Theory]
    [InlineData("5-Mar-12", "2012-03-05")]
    [InlineData("Mar 5, 12", "2012-03-05")]
    [InlineData("5-Mar-98", null)]
    [InlineData("30-Feb-12", null)]
    [InlineData("05.03.12", null)]
    [InlineData("25/03/05", null)]
    public void A_short_year_is_completed_only_where_nothing_else_can_be_meant(string sent, string? meant) =>
        Assert.Equal(meant, TwoDigitYear.Suggestion(sent));
}
