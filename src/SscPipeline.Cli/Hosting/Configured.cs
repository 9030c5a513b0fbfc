using Microsoft.Extensions.Configuration;
using SscPipeline.LocalHost.Settings;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Cli.Hosting;

/// <summary>Settings as the functions see them: <c>local.settings.json</c> in the working folder, then the environment, then what a command says.</summary>
internal static class Configured
{
    public static IConfigurationRoot Settings(params IEnumerable<KeyValuePair<string, string?>> overrides) =>
        new ConfigurationBuilder()
            .AddLocalSettings("local.settings.json")
            .AddEnvironmentVariables()
            .AddInMemoryCollection(overrides)
            .Build();

    /// <summary>One connection string for inbox, data and the host's own bookkeeping.</summary>
    public static IConfigurationRoot OnStorage(string connectionString) => OnStorage(connectionString, connectionString);

    /// <param name="inbox">Also takes the place of a configured <c>SscInbox</c>.</param>
    public static IConfigurationRoot OnStorage(string connectionString, string inbox) => Settings(
        KeyValuePair.Create(ConnectionNames.Data, (string?)connectionString),
        KeyValuePair.Create(ConnectionNames.Host, (string?)connectionString),
        KeyValuePair.Create(ConnectionNames.Inbox, (string?)inbox));
}
