using SscPipeline.Reporting.Disclosure;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>Who is reported on. The minimum is 5 throughout.</summary>
public sealed class PopulationDisclosureTests
{
    [Theory]
    [InlineData(4, 0, null)]
    [InlineData(5, 5, null)]
    [InlineData(9, 9, null)]
    [InlineData(10, 10, 7.5)]
    public void A_median_is_shown_of_ten_and_how_many_there_are_of_five(int n, int shownN, double? median)
    {
        var spread = new Spread(n, 7.5, 1, 20);

        var shown = PopulationDisclosure.Publish(new Population(3, 60, 2, 30, spread, spread), null, new DisclosureRules(5));

        Assert.Equal(new Spread(shownN, median, null, null), shown.TreatmentMonths);
        Assert.Equal(shown.TreatmentMonths, shown.DoseMgPerDay);
    }
}
