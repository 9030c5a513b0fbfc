using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Classes of the skin score of 40 subjects. The minimum is 5 throughout.</summary>
public sealed class SkinDisclosureTests
{
    /// <summary>Responders are among those better by 5, these among those better by 3; nobody of them is worse.</summary>
    [Theory]
    [InlineData(16, 18, 20, 10)]
    [InlineData(5, 10, 20, 18)]
    [InlineData(10, 20, 22, 16)]
    [InlineData(20, 22, 22, 16)]
    public void Classes_that_differ_by_a_few_do_not_tell_how_few(int responders, int five, int three, int worse) =>
        Assert.Empty(HandMade.Found(Study(responders, five, three, worse)));

    [Fact]
    public void Classes_that_are_far_apart_are_shown()
    {
        var shown = HandMade.Published(Study(8, 14, 20, 10));

        var row = Assert.Single(shown.SkinClasses);
        Assert.Equal((14, 20, 10), (row.Decrease5.K, row.Decrease3.K, row.Progressors.K));
        Assert.Equal(8, shown.Row(Variables.MrssTotal, 6)!.Responders!.K);
    }

    [Fact]
    public void Without_a_skin_score_there_are_no_classes() => Assert.Empty(HandMade.Published(Study(8, 14, 20, 10) with { Measures = [] }).SkinClasses);

    private static Summary Study(int responders, int five, int three, int worse) => HandMade.Study with
    {
        SkinClasses = [new SkinClassRow("overall", 6, Share.Of(five, 40), Share.Of(three, 40), Share.Of(worse, 40))],
        Measures =
        [
            new Measure(
                Variables.MrssTotal, "points", [new MeasureRow("overall", 6, 40, 60, null, null, null, null, null, null, null, null, null, new Responders(responders, 40, null, null, 0))]),
        ],
    };
}
