using Azure.Data.Tables;
using SscPipeline.Storage.Tests.Azurite;

namespace SscPipeline.Storage.Tests.DataTables;

/// <summary>A fresh table for each test.</summary>
[Collection(AzuriteCollection.Name)]
public abstract class TableTests(StorageFixture azurite) : IAsyncLifetime
{
    private static int count;

    protected TableClient Table { get; } = new(azurite.ConnectionString, $"Contract{Interlocked.Increment(ref count)}");

    protected string ConnectionString => azurite.ConnectionString;

    public Task InitializeAsync() => Table.CreateAsync();

    public Task DisposeAsync() => Table.DeleteAsync();

    protected static TableEntity Entity(string rowKey, double value = 1) => new("site", rowKey) { ["Value"] = value };
}
