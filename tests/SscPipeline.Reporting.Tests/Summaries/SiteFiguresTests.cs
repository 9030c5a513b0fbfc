using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class SiteFiguresTests
{
    [Fact]
    public void A_report_made_from_kept_figures_has_the_bytes_of_one_made_from_the_data()
    {
        var kept = Guo2012.Input.Sites.Select(site => FiguresFormat.Read(FiguresFormat.Write(SiteFigures.Of(site))));

        var report = SummaryBuilder.Build(Guo2012.Input with { Sites = [], Figures = [.. kept] });

        Assert.Equal(SummaryJson.Write(SummaryBuilder.Build(Guo2012.Input)), SummaryJson.Write(report));
    }

    private static readonly SummaryInput Larger = Guo2012.Input with { Sites = LargerStudy.Sites, Activity = [] };

    [Theory]
    [InlineData("strict", "reported", 0)]
    [InlineData("strict", "reported", 400)]
    [InlineData("contiguous", "reported", 0)]
    [InlineData("strict", "recomputed", 0)]
    public void Rows_that_a_first_report_made_of_each_site_give_a_later_one_the_same_bytes_as_none(string rule, string percentPredicted, int daysLater)
    {
        var figures = LargerStudy.Sites.Select(SiteFigures.Of).ToList();
        SummaryBuilder.Build(Larger with { Sites = [], Figures = [.. figures] });
        var kept = figures.Select(site => FiguresFormat.Read(FiguresFormat.Write(site))).ToList();
        var later = Larger with
        {
            CutOff = Larger.CutOff.AddDays(daysLater),
            Settings = Larger.Settings.SetItem("windowRule", rule).SetItem("percentPredicted", percentPredicted),
        };

        var report = SummaryBuilder.Build(later with { Sites = [], Figures = [.. kept] });

        Assert.All(kept, site => Assert.NotNull(site.Tables));
        Assert.Equal(SummaryJson.Write(SummaryBuilder.Build(later)), SummaryJson.Write(report));
    }

    [Fact]
    public void Figures_of_single_subjects_put_together_are_those_of_the_site()
    {
        foreach (var site in Guo2012.Input.Sites.Concat(LargerStudy.Sites))
        {
            var parts = site.Subjects.Reverse().Select(subject => SiteFigures.Of(site with { Subjects = [subject] })).ToList();

            Assert.Equal(FiguresFormat.Write(SiteFigures.Of(site)).ToArray(), FiguresFormat.Write(FigureParts.Together(site.Site.Value, parts)).ToArray());
        }
    }

    [Fact]
    public void Figures_are_the_same_to_the_byte_after_they_were_read()
    {
        foreach (var site in Guo2012.Input.Sites)
        {
            var written = FiguresFormat.Write(SiteFigures.Of(site)).ToArray();

            Assert.Equal(written, FiguresFormat.Write(FiguresFormat.Read(written)).ToArray());
        }
    }

    [Fact]
    public void Figures_that_end_too_early_are_called_damaged()
    {
        var written = FiguresFormat.Write(SiteFigures.Of(Guo2012.Input.Sites[0])).ToArray();

        Assert.All(Enumerable.Range(0, written.Length), length => Assert.Throws<InvalidDataException>(() => FiguresFormat.Read(written.AsMemory(0, length))));
    }

    /// <summary>A budget, not a time: a column takes 16 bytes a value, and what it was made from takes a hundred times as much.</summary>
    [Fact]
    public void A_visit_is_read_back_with_few_bytes_of_memory()
    {
        var written = FiguresFormat.Write(SiteFigures.Of(Guo2012.Input.Sites[0])).ToArray();
        var visits = FiguresFormat.Read(written).Columns.Rows;
        var before = GC.GetAllocatedBytesForCurrentThread();
        FiguresFormat.Read(written);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / visits, 1, 1_000);
    }
}
