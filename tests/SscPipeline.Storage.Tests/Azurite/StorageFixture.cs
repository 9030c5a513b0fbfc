using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;
using SscPipeline.Testing;

namespace SscPipeline.Storage.Tests.Azurite;

/// <summary>The stores on an emulator in memory, created twice over, since that must be harmless.</summary>
public sealed class StorageFixture : IAsyncLifetime
{
    private readonly AzuriteFixture azurite = new();

    public string ConnectionString => azurite.ConnectionString;

    public Stores Stores { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        Stores = Stores.OnAzure(StorageConnection.Of(ConnectionString), new StorageResilienceOptions(), TimeProvider.System);
        await Stores.EnsureCreatedAsync(CancellationToken.None);
        await Stores.EnsureCreatedAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => azurite.DisposeAsync();
}
