using Microsoft.Extensions.Configuration;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Validation;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Tests.Settings;

public sealed class ReferenceSettingsTests
{
    [Fact]
    public void Without_settings_the_race_neutral_set_is_used_and_named()
    {
        var settings = Read();

        Assert.Equal(new ReferenceChoice(), settings.Checking.Reference);
        Assert.Equal(
            ["GLI Global 2022", "GLI-2017", "GLI-2021", "reported"],
            new[] { "referenceSetSpirometry", "referenceSetTransfer", "referenceSetVolumes", "percentPredicted" }.Select(name => settings.ForSummary[name]));
        Assert.False(settings.ForSummary.ContainsKey("referenceSetEthnicity"));
    }

    [Theory]
    [InlineData("Gli2012", ReferenceSet.Gli2012)]
    [InlineData("GLI-2012", ReferenceSet.Gli2012)]
    [InlineData("jian2017", ReferenceSet.Jian2017)]
    [InlineData("GLI Global 2022", ReferenceSet.GliGlobal2022)]
    public void A_set_is_chosen_by_its_name(string text, ReferenceSet set) =>
        Assert.Equal(set, Read(("Ssc:ReferenceSet:Spirometry", text)).Checking.Reference.Spirometry);

    [Fact]
    public void The_ethnicity_stands_in_the_summary_where_a_set_asks_for_it() =>
        Assert.Equal("4", Read(("Ssc:ReferenceSet:Spirometry", "Gli2012"), ("Ssc:ReferenceSet:Ethnicity", "4")).ForSummary["referenceSetEthnicity"]);

    [Theory]
    [InlineData("Ssc:ReferenceSet:Spirometry", "Gli2021", "Setting 'Ssc:ReferenceSet:Spirometry' is 'Gli2021'. Allowed are GliGlobal2022, Gli2012, Jian2017. Example: Ssc:ReferenceSet:Spirometry=GliGlobal2022")]
    [InlineData("Ssc:ReferenceSet:Spirometry", "1", "Setting 'Ssc:ReferenceSet:Spirometry' is '1'. Allowed are GliGlobal2022, Gli2012, Jian2017. Example: Ssc:ReferenceSet:Spirometry=GliGlobal2022")]
    [InlineData("Ssc:ReferenceSet:Transfer", "-", "Setting 'Ssc:ReferenceSet:Transfer' is '-'. Allowed is Gli2017. Example: Ssc:ReferenceSet:Transfer=Gli2017")]
    [InlineData("Ssc:ReferenceSet:Volumes", "Gli2017", "Setting 'Ssc:ReferenceSet:Volumes' is 'Gli2017'. Allowed is Gli2021. Example: Ssc:ReferenceSet:Volumes=Gli2021")]
    [InlineData("Ssc:ReferenceSet:Ethnicity", "6", "Setting 'Ssc:ReferenceSet:Ethnicity' is '6'. It must be a code of GLI-2012: 1 Caucasian, 2 African-American, 3 North-East Asian, 4 South-East Asian, 5 other or mixed. Example: Ssc:ReferenceSet:Ethnicity=4")]
    [InlineData("Ssc:PercentPredicted", "both", "Setting 'Ssc:PercentPredicted' is 'both'. Allowed are reported (as the sites sent them) and recomputed. Example: Ssc:PercentPredicted=reported")]
    [InlineData("Ssc:Dates", "Never", "Setting 'Ssc:Dates' is 'Never'. Allowed are Allowed and StudyDayOnly. Example: Ssc:Dates=StudyDayOnly")]
    public void A_wrong_setting_stops_the_start_and_says_what_would_be_right(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<SettingException>(() => Read((name, value))).Message);

    [Fact]
    public void Dates_may_be_forbidden() => Assert.Equal(DatePolicy.StudyDayOnly, Read(("Ssc:Dates", "studydayonly")).Checking.Dates);

    private static PipelineSettings Read(params (string Name, string Value)[] settings) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
