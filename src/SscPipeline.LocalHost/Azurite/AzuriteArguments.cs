using System.Collections.Immutable;
using System.Globalization;

namespace SscPipeline.LocalHost.Azurite;

/// <summary>The command line of node for one Azurite.</summary>
internal static class AzuriteArguments
{
    private static readonly string Preload =
        "data:text/javascript;base64," + Convert.ToBase64String(AzuriteResources.StopWithParent);

    public static ImmutableArray<string> Of(AzuriteInstallation installation, AzuriteOptions options) =>
    [
        "--import", Preload,
        installation.Script,
        "--blobPort", Text(options.BlobPort),
        "--queuePort", Text(options.QueuePort),
        "--tablePort", Text(options.TablePort),
        "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--loose",
        .. options.DataFolder is { } folder ? new[] { "--location", Path.GetFullPath(folder) } : ["--inMemoryPersistence"],
    ];

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
