using Microsoft.Extensions.Configuration;
using SscPipeline.Cli.Commands;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Cli.Hosting;

/// <summary>The storage that a command speaks to.</summary>
internal static class StorageChoice
{
    /// <param name="connection">What <c>--connection</c> says; null takes the configured storage.</param>
    /// <exception cref="CommandException">Neither says where.</exception>
    public static IConfigurationRoot Named(string? connection) => Named(connection, inbox: null);

    /// <param name="inbox">What <c>--inbox-connection</c> says; null where the inbox lies beside the data.</param>
    /// <exception cref="CommandException">Nothing says where, or the inbox has a place and the data have none.</exception>
    public static IConfigurationRoot Named(string? connection, string? inbox)
    {
        var configuration = Maybe(connection, inbox);
        return configuration.GetSection(ConnectionNames.Data).Exists()
            ? configuration
            : throw new CommandException(
                "No storage is named. Give --connection, or set SscStorage in local.settings.json or the environment. "
                + "For a storage on this machine run 'ssc up', which prints its connection string.");
    }

    /// <summary>The same, whether or not it says where the data are.</summary>
    /// <exception cref="CommandException">The inbox has a place and the data have none.</exception>
    public static IConfigurationRoot Maybe(string? connection, string? inbox) => (connection, inbox) switch
    {
        (null, null) => Configured.Settings(),
        ({ } data, _) => Configured.OnStorage(data, inbox ?? data),
        _ => throw new CommandException("--inbox-connection needs --connection beside it, which says where the data are."),
    };
}
