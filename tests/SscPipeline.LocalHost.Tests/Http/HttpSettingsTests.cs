using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SscPipeline.LocalHost.Http;

namespace SscPipeline.LocalHost.Tests.Http;

public sealed class HttpSettingsTests
{
    [Fact]
    public void Without_settings_any_free_port_is_taken_and_each_start_makes_a_key()
    {
        var (first, second) = (HttpSettings.Read(Of()), HttpSettings.Read(Of()));

        Assert.Equal(0, first.Port);
        Assert.True(first.IsKeyOfThisRun);
        Assert.Matches("^[0-9a-f]{64}$", first.FunctionKey);
        Assert.NotEqual(first.FunctionKey, second.FunctionKey);
    }

    [Theory]
    [InlineData("Ssc:Http:Port", "70000", "not a port")]
    [InlineData("Ssc:Http:Port", "http", "not a port")]
    [InlineData("Ssc:Http:FunctionKey", "secret", "shorter than 32")]
    public void A_wrong_setting_is_named_and_a_key_is_not_repeated(string name, string value, string problem)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => HttpSettings.Read(Of((name, value))));

        Assert.StartsWith($"Setting '{name}' is ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(problem, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_uses_is_said_in_one_message()
    {
        await using var first = await StartAsync(0);

        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(first.Address.Port));

        Assert.Contains($"is {first.Address.Port}, which cannot be listened at", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", first.Address.Host);
    }

    private static async Task<LocalHttpServer> StartAsync(int port) => await LocalHttpServer.StartAsync(
        new ServiceCollection().AddSingleton(Of(("Ssc:Http:Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture)))).AddLogging()
            .AddSingleton(new LocalHostOptions { FunctionClasses = [] }).BuildServiceProvider(),
        CancellationToken.None);

    private static IConfiguration Of(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
