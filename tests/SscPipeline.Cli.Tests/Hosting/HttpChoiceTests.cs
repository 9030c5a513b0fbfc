using Microsoft.Extensions.Configuration;
using SscPipeline.Cli.Commands;
using SscPipeline.Cli.Hosting;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Cli.Tests.Hosting;

public sealed class HttpChoiceTests
{
    [Theory]
    [InlineData("Ssc:Sites:site-a:KeyHash")]
    [InlineData("Ssc:Sites:site_a:KeyHash")]
    public void A_site_that_is_opened_for_one_run_keeps_the_key_that_it_has(string setting)
    {
        var choice = HttpChoice.Of(port: 7071, "site-a");
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(setting, (string?)SiteKey.Of("its own key").Hash)]).Build();

        var added = choice.AddTo(settings);
        var keys = SiteKeys.Read(added.GetSection("Ssc:Sites"));

        Assert.Equal("7071", added["Ssc:Http:Port"]);
        Assert.Equal("site-a", keys.Open("site-a", choice.Key!.Key)?.Value);
        Assert.Equal("site-a", keys.Open("site-a", "its own key")?.Value);
    }

    [Fact]
    public void Without_a_site_none_is_opened_and_a_wrong_one_is_refused()
    {
        var settings = HttpChoice.Of(port: null, site: null).AddTo(new ConfigurationBuilder().Build());

        Assert.Empty(settings.AsEnumerable());
        Assert.Throws<CommandException>(() => HttpChoice.Of(null, "Site A"));
    }
}
