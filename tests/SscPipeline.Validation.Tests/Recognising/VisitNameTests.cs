using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tests.Recognising;

public sealed class VisitNameTests
{
    private static readonly VisitNames Names = Lexicon.Load(CsvTable.Load).Visits;

    [Theory]
    [InlineData("BL", "m0")]
    [InlineData("Baseline", "m0")]
    [InlineData("基线", "m0")]
    [InlineData("治疗前", "m0")]
    [InlineData("M12", "m12")]
    [InlineData("month 06", "m6")]
    [InlineData("6m", "m6")]
    [InlineData("6 mths", "m6")]
    [InlineData("15 months", "m15")]
    [InlineData("six months", "m6")]
    [InlineData("Visit 6 months", "m6")]
    [InlineData("6-month follow-up", "m6")]
    [InlineData("12个月", "m12")]
    [InlineData("第12个月", "m12")]
    [InlineData("治疗后6个月", "m6")]
    [InlineData("随访6月", "m6")]
    [InlineData("六个月", "m6")]
    [InlineData("半年", "m6")]
    [InlineData("一年", "m12")]
    [InlineData("year 1", "m12")]
    [InlineData("1 yr", "m12")]
    [InlineData("2 years", "m24")]
    [InlineData("wk 24", "d169")]
    [InlineData("week 0", "d1")]
    [InlineData("W4", "d29")]
    [InlineData("24周", "d169")]
    [InlineData("第24周", "d169")]
    [InlineData("D183", "d183")]
    [InlineData("第183天", "d183")]
    public void The_name_of_a_visit_stands_for_its_time(string name, string time) => Assert.Equal(time, Names.Time(name)?.ToString());

    [Theory]
    [InlineData("EOS")]
    [InlineData("EOT")]
    [InlineData("screening")]
    [InlineData("末次访视")]
    public void Some_visits_stand_for_no_time(string name)
    {
        Assert.NotNull(Names.Read(name));
        Assert.Null(Names.Time(name));
    }

    [Theory]
    [InlineData("visit 3")]
    [InlineData("2012年")]
    [InlineData("2012年3月")]
    [InlineData("3月5日")]
    [InlineData("M1500")]
    [InlineData("mRSS")]
    [InlineData("S12")]
    public void Other_texts_name_no_visit(string text) => Assert.Null(Names.Read(text));
}
