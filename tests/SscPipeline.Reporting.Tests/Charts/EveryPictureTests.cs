using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Charts;

public sealed class EveryPictureTests
{
    private const string Hostile = "<script>alert('x')</script>&\"";

    [Fact]
    public void The_report_has_eight_pictures_each_with_a_title_a_description_and_numbers()
    {
        var all = Drawn.All(Guo2012.Summary);

        Assert.Equal(8, all.Count);
        Assert.Equal(8, all.Select(picture => picture.Svg.Attribute("aria-labelledby")!.Value).Distinct().Count());
        Assert.All(all, picture =>
        {
            var title = picture.Svg.Element("title")!;
            var description = picture.Svg.Element("desc")!;
            Assert.Equal($"{title.Attribute("id")!.Value} {description.Attribute("id")!.Value}", picture.Svg.Attribute("aria-labelledby")!.Value);
            Assert.Matches("[0-9]", description.Value);
            Assert.NotEmpty(picture.Rows());
            Assert.Equal("560", picture.Svg.Attribute("viewBox")!.Value.Split(' ')[2]);
        });
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_picture()
    {
        foreach (var picture in Drawn.All(Guo2012.Summary).Concat(Drawn.All(LargerStudy.Summary)))
        {
            var height = double.Parse(picture.Svg.Attribute("viewBox")!.Value.Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture);
            Assert.All(picture.Svg.Descendants().Where(part => part.Attribute("x") is not null), part => Assert.InRange(Drawn.Number(part, "x"), 0, 560));
            Assert.All(picture.Svg.Descendants().Where(part => part.Attribute("y") is not null), part => Assert.InRange(Drawn.Number(part, "y"), 0, height));
        }
    }

    [Theory]
    [InlineData("subject_id,site_id", "")]
    [InlineData("subject_id,site_id\nS1,a", "")]
    [InlineData("subject_id,site_id\nS1,a", "S1,a,1,20,80,60")]
    [InlineData("subject_id,site_id\nS1,a", "S1,a,1,,,")]
    [InlineData("subject_id,site_id,ild\nS1,a,Y", "S1,a,1,20,80,60\nS1,a,183,20,80,60")]
    [InlineData("subject_id,site_id,ild\nS1,a,Y\nS2,a,Y", "S1,a,1,0,80,60\nS1,a,183,0,0,0\nS2,a,-40,51,300,300\nS2,a,4000,51,300,300")]
    public void Few_or_no_data_break_no_picture(string subjects, string visits)
    {
        var summary = TinyStudy.Summary(TinyStudy.Sites(subjects, $"subject_id,site_id,study_day,mrss_total,fvc_pct_pred,dlco_pct_pred\n{visits}"));

        var page = Drawn.PageOf(summary);

        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u221e", page, StringComparison.Ordinal);
        Assert.NotNull(Drawn.Find(summary, "chart-literature"));
        Assert.Equal(visits.Contains(",80,", StringComparison.Ordinal), Drawn.Find(summary, "chart-fvc_pct_pred") is not null);
    }

    [Fact]
    public void Names_that_would_be_markup_are_text_in_every_picture()
    {
        var site = Guo2012.Sites[1];
        var subjects = site.Subjects.Select((subject, index) => subject with
        {
            Subject = $"{Hostile}{index}",
            AdverseEvents = [.. subject.AdverseEvents.Select(one => one with { Values = one.Values.SetItem(Variables.AeTerm, one.Values[Variables.AeTerm] with { Outcome = one.Values[Variables.AeTerm].Outcome with { Value = OutcomeValue.Of(Hostile) } }) })],
        });
        var summary = SummaryBuilder.Build(Guo2012.Input with { Sites = [site with { Subjects = [.. subjects] }], Study = $"{Hostile}</style>" });

        var page = Drawn.PageOf(summary);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Single(page.Split("</style>").Skip(1));
        Assert.Contains("<script>ale…", Drawn.Of(summary, "chart-exposure").Svg.Value, StringComparison.Ordinal);
        Assert.Contains(Hostile, Drawn.Of(summary, "chart-exposure").Rows()[0][8], StringComparison.Ordinal);
        Assert.Equal($"{Hostile}1", Drawn.Of(summary, "chart-waterfall").Rows()[1][0]);
    }

    [Fact]
    public void Of_three_hundred_subjects_no_line_is_drawn_but_quartiles_and_extremes()
    {
        var summary = LargerStudy.Times(5);
        var skin = Drawn.Of(summary, "chart-mrss_total");
        var means = skin.Parts("mean").Count(part => part.Name == "circle");

        Assert.Equal(300, summary.Subjects.Length);
        Assert.Empty(skin.Parts("subject"));
        Assert.Equal((8, 8, 8), (means, skin.Parts("box").Count, skin.Parts("range").Count));
        Assert.Equal(280, Drawn.Of(summary, "chart-waterfall").Rows().Count);
        Assert.InRange(Drawn.Of(summary, "chart-exposure").Svg.Attribute("viewBox")!.Value.Split(' ')[3].Length, 1, 3);
    }

    [Fact]
    public void Of_more_than_five_hundred_subjects_none_is_listed_one_by_one()
    {
        var summary = LargerStudy.Times(9);

        Assert.Empty(summary.Subjects);
        Assert.Null(Drawn.Find(summary, "chart-waterfall") ?? Drawn.Find(summary, "chart-exposure"));
        Assert.NotEmpty(Drawn.Of(summary, "chart-mrss_total").Parts("box"));
    }

    [Fact]
    public void The_public_report_has_groups_and_no_subject()
    {
        var summary = TinyStudy.Summary(LargerStudy.Sites, "public");

        Assert.Empty(summary.Subjects);
        Assert.NotEmpty(Drawn.Of(summary, "chart-mrss_total").Parts("band"));
        Assert.All(Drawn.All(summary), picture => Assert.Empty(picture.Parts("subject").Concat(picture.Parts("mark"))));
    }

    [Theory]
    [InlineData("S1", 11, "S1")]
    [InlineData("SUBJECT-0001", 11, "SUBJECT-000…")]
    [InlineData("受试者编号一二", 11, "受试者编号…")]
    [InlineData("😀😀😀", 4, "😀😀…")]
    public void A_long_name_is_cut_in_a_drawing_and_whole_in_its_table(string name, int letters, string expected) =>
        Assert.Equal(expected, Reporting.Charts.Symbols.Short(name, letters));
}
