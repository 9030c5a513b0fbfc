using SscPipeline.Domain;
using SscPipeline.Domain.Guides;

namespace SscPipeline.Validation.Tests.Guides;

public sealed class DictionaryGuideTests
{
    [Fact]
    public void The_guide_holds_every_variable_unit_and_check()
    {
        var guide = Examples.Checker.DictionaryGuide(Language.English);

        Assert.Equal(Examples.Checker.DictionaryVersion, guide.Version);
        Assert.Equal(Examples.Checker.Dictionary.Variables.Select(variable => variable.Name), guide.Variables.Select(variable => variable.Name));
        Assert.Equal(Examples.Checker.Catalogue.Checks.Select(check => check.Id), guide.Checks.Select(check => check.Id));
        Assert.Contains(new GuideUnit("L", "mL", "0.001", [], ""), guide.Units, new UnitsAreEqual());
    }

    [Fact]
    public void A_variable_is_told_with_its_limits_codes_and_headings()
    {
        var guide = Examples.Checker.DictionaryGuide(Language.Chinese).Variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);

        Assert.Equal(("用力肺活量（FVC）", "L", new GuideRange("0.3", "9"), new GuideRange("0.8", "6.5")), (guide["fvc_l"].Label, guide["fvc_l"].Unit, guide["fvc_l"].Possible, guide["fvc_l"].Usual));
        Assert.Equal(new GuideRange("1990-01-01", "2099-12-31"), guide["visit_date"].Possible);
        Assert.Contains("女", guide["sex"].Codes.Single(code => code.Code == "F").Spellings);
        Assert.Contains("随访3个月", guide["visit_label"].Codes.Single(code => code.Code == "3").Spellings);
        Assert.Contains("forced vital capacity", guide["fvc_l"].Headings);
        Assert.True(guide["fvc_z"].Possible.IsOpen);
    }

    [Fact]
    public void A_check_speaks_the_language_of_the_guide()
    {
        var chinese = Examples.Checker.DictionaryGuide(Language.Chinese).Checks.Single(check => check.Id == "SSC-021");

        Assert.Equal("mRSS total is the sum of its areas", Examples.Checker.DictionaryGuide(Language.English).Checks.Single(check => check.Id == "SSC-021").Title);
        Assert.Equal(("Value", "doi:10.5301/jsrd.5000231"), (chinese.Withholds, chinese.Source));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Title);
    }

    private sealed class UnitsAreEqual : IEqualityComparer<GuideUnit>
    {
        public bool Equals(GuideUnit? x, GuideUnit? y) => x is not null && y is not null && (x.Unit, x.Accepted, x.Factor) == (y.Unit, y.Accepted, y.Factor);

        public int GetHashCode(GuideUnit obj) => obj.Accepted.GetHashCode(StringComparison.Ordinal);
    }
}
