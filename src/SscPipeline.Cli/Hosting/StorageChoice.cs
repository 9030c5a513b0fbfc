using Microsoft.Extensions.Configuration;
using SscPipeline.Cli.Commands;

namespace SscPipeline.Cli.Hosting;

/// <summary>The storage that a command speaks to.</summary>
internal static class StorageChoice
{
    /// <param name="connection">What <c>--connection</c> says; null takes the configured storage.</param>
    /// <exception cref="CommandException">Neither says where.</exception>
    public static IConfigurationRoot Named(string? connection)
    {
        var configuration = connection is null ? Configured.Settings() : Configured.OnStorage(connection);
        return configuration.GetSection("SscStorage").Exists()
            ? configuration
            : throw new CommandException(
                "No storage is named. Give --connection, or set SscStorage in local.settings.json or the environment. "
                + "For a storage on this machine run 'ssc up', which prints its connection string.");
    }
}
