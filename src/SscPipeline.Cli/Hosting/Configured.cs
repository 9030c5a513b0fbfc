using Microsoft.Extensions.Configuration;
using SscPipeline.Cli.Commands;
using SscPipeline.LocalHost.Settings;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Cli.Hosting;

/// <summary>Settings as the functions see them: <c>local.settings.json</c> in the working folder, then the environment, then what a command says.</summary>
internal static class Configured
{
    /// <exception cref="CommandException">The file is not JSON.</exception>
    public static IConfigurationRoot Settings(params IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddLocalSettings("local.settings.json")
                .AddEnvironmentVariables()
                .AddInMemoryCollection(overrides)
                .Build();
        }
        catch (InvalidDataException fault)
        {
            throw new CommandException(
                $"{Path.GetFullPath("local.settings.json")} is not JSON: {fault.InnerException?.Message ?? fault.Message} Mend it, or begin again with a copy of local.settings.sample.json.");
        }
    }

    /// <summary>One connection string for inbox, data and the host's own bookkeeping.</summary>
    public static IConfigurationRoot OnStorage(string connectionString) => OnStorage(connectionString, connectionString);

    /// <param name="inbox">Also takes the place of a configured <c>SscInbox</c>.</param>
    public static IConfigurationRoot OnStorage(string connectionString, string inbox) => Settings(
        KeyValuePair.Create(ConnectionNames.Data, (string?)connectionString),
        KeyValuePair.Create(ConnectionNames.Host, (string?)connectionString),
        KeyValuePair.Create(ConnectionNames.Inbox, (string?)inbox));
}
