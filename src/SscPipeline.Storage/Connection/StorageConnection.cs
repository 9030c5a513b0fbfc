using Azure.Core;
using Azure.Identity;

namespace SscPipeline.Storage.Connection;

/// <summary>Where the study's storage is and how one gets in: a connection string, or three addresses and an identity.</summary>
public sealed class StorageConnection
{
    private const string Example =
        "UseDevelopmentStorage=true, or SscStorage__blobServiceUri=https://study.blob.core.windows.net with __queueServiceUri and __tableServiceUri";

    private StorageConnection()
    {
    }

    internal string? ConnectionString { get; private init; }

    /// <summary>False for an account that holds blobs and queues only.</summary>
    internal bool HasTables { get; private init; } = true;

    internal Uri? BlobService { get; private init; }

    internal Uri? QueueService { get; private init; }

    internal Uri? TableService { get; private init; }

    internal TokenCredential? Credential { get; private init; }

    public static StorageConnection Of(string connectionString) => new() { ConnectionString = connectionString };

    public static StorageConnection Of(Uri blobService, Uri queueService, Uri tableService, TokenCredential credential) => new()
    {
        BlobService = blobService,
        QueueService = queueService,
        TableService = tableService,
        Credential = credential,
    };

    /// <summary>As the functions host reads a connection: <c>SscStorage</c>, or <c>SscStorage__blobServiceUri</c> and its like, with
    /// <c>__credential=managedidentity</c> and <c>__clientId</c> for a user-assigned identity.</summary>
    /// <param name="setting">The value of a setting, null when it is not set. Sections are asked for with a colon.</param>
    /// <param name="name">Normally <c>SscStorage</c>.</param>
    /// <exception cref="ArgumentException">A setting is missing or wrong; the message names it, the problem and an example, and no secret.</exception>
    public static StorageConnection FromSettings(Func<string, string?> setting, string name) => FromSettings(setting, name, hasTables: true);

    /// <summary>The same for an account without tables, such as one with a hierarchical namespace: <c>__tableServiceUri</c> is not asked for.</summary>
    /// <exception cref="ArgumentException">A setting is missing or wrong.</exception>
    public static StorageConnection WithoutTables(Func<string, string?> setting, string name) => FromSettings(setting, name, hasTables: false);

    private static StorageConnection FromSettings(Func<string, string?> setting, string name, bool hasTables)
    {
        if (setting(name) is { Length: > 0 } connectionString)
        {
            return new() { ConnectionString = connectionString, HasTables = hasTables };
        }

        return setting($"{name}:blobServiceUri") is null && setting($"{name}:queueServiceUri") is null && setting($"{name}:tableServiceUri") is null
            ? throw new ArgumentException($"{name} is not set: it says where the study's storage is. Example: {Example}.")
            : new()
            {
                HasTables = hasTables,
                BlobService = Address("blobServiceUri"),
                QueueService = Address("queueServiceUri"),
                TableService = hasTables ? Address("tableServiceUri") : null,
                Credential = Identity(setting, name),
            };

        Uri Address(string part) => Uri.TryCreate(setting($"{name}:{part}"), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : throw new ArgumentException($"{name}__{part} is not an https address. Example: {Example}.");
    }

    private static TokenCredential Identity(Func<string, string?> setting, string name) =>
        setting($"{name}:credential")?.ToUpperInvariant() switch
        {
            null or "" => new DefaultAzureCredential(),
            "MANAGEDIDENTITY" => setting($"{name}:clientId") is { Length: > 0 } clientId
                ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
                : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
            _ => throw new ArgumentException($"{name}__credential must be 'managedidentity' or not be set."),
        };
}
