using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using SscPipeline.Storage.Resilience;

namespace SscPipeline.Storage.Connection;

/// <summary>Azure's clients, with our one layer of retries in place of theirs. Each service has its own circuit breaker.</summary>
public sealed class StorageClients
{
    private readonly TableServiceClient? theTables;

    /// <exception cref="ArgumentException">The connection string or an option is wrong; no secret is quoted.</exception>
    public StorageClients(StorageConnection connection, StorageResilienceOptions options, TimeProvider time)
        : this(connection, options, time, null)
    {
    }

    /// <param name="transport">Null for the network.</param>
    internal StorageClients(StorageConnection connection, StorageResilienceOptions options, TimeProvider time, HttpPipelineTransport? transport)
    {
        options.Checked();
        var blobs = Prepared(new BlobClientOptions());
        var queues = Prepared(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        var tables = Prepared(new TableClientOptions());
        if (connection.ConnectionString is { } text)
        {
            try
            {
                (Blobs, Queues, theTables) = (new(text, blobs), new(text, queues), connection.HasTables ? new(text, tables) : null);
            }
            catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or UriFormatException)
            {
                throw new ArgumentException(
                    "The storage connection string is not one. Example: UseDevelopmentStorage=true, or one copied from the account's access keys.",
                    nameof(connection));
            }
        }
        else
        {
            Blobs = new(connection.BlobService, connection.Credential, blobs);
            Queues = new(connection.QueueService, connection.Credential, queues);
            theTables = connection.HasTables ? new(connection.TableService!, connection.Credential!, tables) : null;
        }

        T Prepared<T>(T client)
            where T : ClientOptions
        {
            client.RetryPolicy = new ResiliencePolicy(StorageResilience.Create(options, time));
            client.Retry.NetworkTimeout = options.AttemptTimeout;
            client.Diagnostics.IsLoggingContentEnabled = false;
            client.Transport = transport ?? client.Transport;
            return client;
        }
    }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    /// <exception cref="InvalidOperationException">The connection is one to an account without tables.</exception>
    public TableServiceClient Tables => theTables ?? throw new InvalidOperationException("This account holds no tables of the study.");
}
