namespace SscPipeline.Validation.Tests.Typing;

public sealed class CodeTests
{
    [Theory]
    [InlineData("tpn", "是", "Y")]
    [InlineData("tpn", "有", "Y")]
    [InlineData("tpn", "+", "Y")]
    [InlineData("tpn", "-", "N")]
    [InlineData("tpn", "停", "N")]
    [InlineData("tpn", "yes", "Y")]
    [InlineData("tpn", "0", "N")]
    [InlineData("sex", "女", "F")]
    [InlineData("sex", "Female", "F")]
    [InlineData("ssc_subset", "Diffuse", "dcSSc")]
    public void A_code_is_understood_in_English_and_Chinese(string variable, string cell, string code)
    {
        var found = Examples.Check($"subject_id,study_day,mrss_total,{variable}\nS1,1,20,{cell}\n");

        Assert.Empty(found.Errors());
        Assert.Equal(code, found.Rows.SelectMany(row => row.Outcomes).Single(outcome => outcome.Variable == variable).Value.Text);
    }

    [Theory]
    [InlineData("probably not related", "Unlikely")]
    [InlineData("Probably not directly related", "Unlikely")]
    [InlineData("PROBABLE", "Probable")]
    [InlineData("很可能有关", "Probable")]
    [InlineData("可能无关", "Unlikely")]
    [InlineData("肯定无关", "Not related")]
    [InlineData("UNLIKELY", "Unlikely")]
    public void Probable_means_probably_related_and_nothing_else(string words, string code) =>
        Assert.Equal(code, Examples.Check($"subject_id,adverse event,grade,causality\nS1,Fracture,3,{words}\n").Outcome("ae_causality")?.Value.Text);

    [Theory]
    [InlineData("1")]
    [InlineData("FALSE")]
    [InlineData("x")]
    public void A_coding_of_sex_that_nobody_declared_is_asked_about(string cell) =>
        Assert.Contains("Sheet1!B2 SSC-107", Examples.Check($"subject_id,sex,height_cm\nS1,{cell},160\n").Short());
}
