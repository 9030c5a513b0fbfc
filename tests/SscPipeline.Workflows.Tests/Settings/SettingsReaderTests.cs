using Microsoft.Extensions.Configuration;
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

    private static PipelineSettings Read(params (string Name, string Value)[] settings) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
