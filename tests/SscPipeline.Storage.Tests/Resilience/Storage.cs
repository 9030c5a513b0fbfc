using Azure;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;
using SscPipeline.Storage.Tests.Azurite;
using SscPipeline.Storage.Tests.DataTables;

namespace SscPipeline.Storage.Tests.Resilience;

/// <summary>The stores over a network that a test disturbs.</summary>
internal static class Storage
{
    /// <summary>Quick, and with a breaker that stays out of the way.</summary>
    public static StorageResilienceOptions Quick { get; } = new()
    {
        Retries = 3,
        Delay = TimeSpan.FromMilliseconds(1),
        MaxDelay = TimeSpan.FromMilliseconds(5),
        BreakerMinimumAttempts = 10_000,
    };

    public static Stores Over(this CountingTransport transport, StorageFixture azurite, StorageResilienceOptions? options = null, TimeProvider? time = null) =>
        Stores.OnAzure(
            new StorageClients(StorageConnection.Of(azurite.ConnectionString), options ?? Quick, time ?? TimeProvider.System, transport),
            options ?? Quick);

    public static Response Busy() => new CannedResponse(503, """{"odata.error":{"code":"ServerBusy","message":{"value":"busy"}}}""");
}
