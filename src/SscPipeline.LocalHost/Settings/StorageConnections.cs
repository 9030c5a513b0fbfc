using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.LocalHost.Settings;

/// <summary>Storage by the name of a connection, as triggers give it: a connection string, or service addresses with a managed identity.</summary>
internal sealed class StorageConnections(IConfiguration configuration)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    public BlobServiceClient Blobs(string? connection)
    {
        var options = Quick(new BlobClientOptions());
        return ConnectionString(connection) is { } text
            ? new BlobServiceClient(text, options)
            : new BlobServiceClient(Address(connection, "blobServiceUri"), new DefaultAzureCredential(), options);
    }

    public QueueServiceClient Queues(string? connection)
    {
        var options = Quick(new QueueClientOptions());
        return ConnectionString(connection) is { } text
            ? new QueueServiceClient(text, options)
            : new QueueServiceClient(Address(connection, "queueServiceUri"), new DefaultAzureCredential(), options);
    }

    private string? ConnectionString(string? connection) =>
        configuration[Name(connection)] is { Length: > 0 } text ? text : null;

    private string Name(string? connection) => ConnectionNames.Effective(connection ?? ConnectionNames.Host, configuration);

    private Uri Address(string? connection, string service)
    {
        var name = Name(connection);
        return Uri.TryCreate(configuration[$"{name}:{service}"], UriKind.Absolute, out var address)
            ? address
            : throw WrongSetting.Of(
                name,
                $"is missing: give a connection string, or the addresses {name}__blobServiceUri and {name}__queueServiceUri",
                "UseDevelopmentStorage=true");
    }

    /// <summary>The host looks again soon anyway, so a request that hangs is given up early.</summary>
    private static T Quick<T>(T options)
        where T : ClientOptions
    {
        options.Retry.NetworkTimeout = AnswerWithin;
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Diagnostics.IsLoggingEnabled = false;
        return options;
    }
}
