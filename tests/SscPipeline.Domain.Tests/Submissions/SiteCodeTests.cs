using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Tests.Submissions;

public sealed class SiteCodeTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("site-a")]
    [InlineData("wuhan-2-")]
    public void Lower_case_letters_digits_and_hyphens_make_a_site(string text) => Assert.Equal(text, SiteCode.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("Site")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("_unassigned")]
    [InlineData("é")]
    [InlineData("站")]
    public void Anything_else_does_not(string text)
    {
        Assert.Null(SiteCode.TryParse(text));
        Assert.Throws<ArgumentException>(() => SiteCode.Parse(text));
    }

    [Fact]
    public void Sixty_three_characters_are_the_most()
    {
        Assert.NotNull(SiteCode.TryParse(new string('a', 63)));
        Assert.Null(SiteCode.TryParse(new string('a', 64)));
    }

    [Fact]
    public void What_lies_outside_any_site_has_a_place_that_no_site_can_take()
    {
        Assert.Equal("_unassigned", SiteCode.Unassigned.ToString());
        Assert.Equal(SiteCode.Unassigned, SiteCode.ParsePlace("_unassigned"));
        Assert.Equal(SiteCode.Parse("site-a"), SiteCode.ParsePlace("site-a"));
        Assert.Throws<ArgumentException>(() => SiteCode.ParsePlace("_sites"));
        Assert.Equal("", default(SiteCode).Value);
    }
}
