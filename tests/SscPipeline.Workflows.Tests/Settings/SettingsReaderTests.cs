using Microsoft.Extensions.Configuration;
using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Validation;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Without_settings_the_documented_defaults_hold()
    {
        var settings = Read();

        Assert.Equal(Acceptance.Values, settings.Checking.Acceptance);
        Assert.Equal(50L * 1024 * 1024, settings.Limits.FileBytes);
        Assert.Equal(200_000, settings.Limits.Rows);
    }

    [Theory]
    [InlineData("Ssc:Acceptance", "Sometimes", "Values, Rows and AllOrNothing")]
    [InlineData("Ssc:SubjectPattern", "([", "regular expression")]
    [InlineData("Ssc:Limits:Rows", "many", "whole number")]
    [InlineData("Ssc:Limits:FileBytes", "0", "whole number")]
    [InlineData("Ssc:MinimumCell", "1", "whole number above 1")]
    [InlineData("Ssc:MinimumCell", "five", "whole number above 1")]
    [InlineData("Ssc:Sites:site-b:Language", "de", "en (English) and zh (Chinese)")]
    [InlineData("Ssc:Sites:Site B:Language", "zh", "no site code")]
    public void A_wrong_setting_is_named_with_its_problem_and_an_example(string name, string value, string problem)
    {
        var wrong = Assert.Throws<SettingException>(() => Read((name, value)));

        Assert.Contains($"'{name}'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(problem, wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"Example: {name}=", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows", Acceptance.Rows)]
    [InlineData("AllOrNothing", Acceptance.AllOrNothing)]
    public void Acceptance_is_read_whatever_the_case(string text, Acceptance acceptance) =>
        Assert.Equal(acceptance, Read(("Ssc:Acceptance", text)).Checking.Acceptance);

    [Fact]
    public void The_smallest_number_that_the_public_report_shows_reaches_it()
    {
        Assert.Equal("8", Read(("Ssc:MinimumCell", "8")).ForSummary["minimumCell"]);
        Assert.False(Read().ForSummary.ContainsKey("minimumCell"));
    }

    [Fact]
    public void A_site_reads_English_unless_another_language_is_set_for_it()
    {
        var settings = Read(("Ssc:Sites:site-b:Language", "zh"), ("Ssc:Sites:site-c:Language", "EN"));

        Assert.Equal(
            [Language.English, Language.Chinese, Language.English],
            new[] { "site-a", "site-b", "site-c" }.Select(site => settings.LanguageOf(SiteCode.Parse(site))));
    }

    private static PipelineSettings Read(params (string Name, string Value)[] settings) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
