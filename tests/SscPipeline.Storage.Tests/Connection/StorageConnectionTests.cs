using Azure.Identity;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;

namespace SscPipeline.Storage.Tests.Connection;

public sealed class StorageConnectionTests
{
    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["SscStorage:blobServiceUri"] = "https://study.blob.core.windows.net",
        ["SscStorage:queueServiceUri"] = "https://study.queue.core.windows.net",
        ["SscStorage:tableServiceUri"] = "https://study.table.core.windows.net",
    };

    [Fact]
    public void A_connection_string_wins()
    {
        var clients = Clients(new(Addresses) { ["SscStorage"] = "UseDevelopmentStorage=true" });

        Assert.Equal("devstoreaccount1", clients.Tables.AccountName);
        Assert.Equal("devstoreaccount1", clients.Blobs.AccountName);
        Assert.Equal("devstoreaccount1", clients.Queues.AccountName);
    }

    [Fact]
    public void Three_addresses_and_an_identity_do_without_a_key()
    {
        var clients = Clients(new(Addresses) { ["SscStorage:credential"] = "managedidentity", ["SscStorage:clientId"] = "0f8fad5b-d9cb-469f-a165-70867728950e" });

        Assert.Equal(new Uri("https://study.table.core.windows.net"), clients.Tables.Uri);
        Assert.Equal(new Uri("https://study.blob.core.windows.net"), clients.Blobs.Uri);
        Assert.IsType<ManagedIdentityCredential>(Connection(new(Addresses) { ["SscStorage:credential"] = "managedidentity" }).Credential);
        Assert.IsType<DefaultAzureCredential>(Connection(Addresses).Credential);
    }

    [Theory]
    [InlineData("SscStorage:blobServiceUri", null, "SscStorage__blobServiceUri")]
    [InlineData("SscStorage:tableServiceUri", "http://study.table.core.windows.net", "SscStorage__tableServiceUri")]
    [InlineData("SscStorage:queueServiceUri", "study", "SscStorage__queueServiceUri")]
    [InlineData("SscStorage:credential", "password", "SscStorage__credential")]
    public void A_wrong_setting_is_named(string setting, string? value, string named)
    {
        var settings = new Dictionary<string, string>(Addresses);
        settings.Remove(setting);
        if (value is not null)
        {
            settings[setting] = value;
        }

        Assert.StartsWith(named, Assert.Throws<ArgumentException>(() => Connection(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_without_tables_needs_no_address_for_them_and_has_no_client_for_them()
    {
        var settings = new Dictionary<string, string>(Addresses);
        settings.Remove("SscStorage:tableServiceUri");

        var clients = new StorageClients(
            StorageConnection.WithoutTables(settings.GetValueOrDefault, "SscStorage"), new StorageResilienceOptions(), TimeProvider.System);

        Assert.Equal("study", clients.Blobs.AccountName);
        Assert.Throws<InvalidOperationException>(() => clients.Tables);
    }

    [Fact]
    public void Without_any_setting_the_message_says_what_to_set()
    {
        var missing = Assert.Throws<ArgumentException>(() => Connection([]));

        Assert.StartsWith("SscStorage is not set", missing.Message, StringComparison.Ordinal);
        Assert.Contains("UseDevelopmentStorage=true", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=study;AccountKey=c2VjcmV0 no")]
    public void A_connection_string_that_is_none_is_refused_without_being_quoted(string text)
    {
        var refused = Assert.Throws<ArgumentException>(() => Clients(new() { ["SscStorage"] = text }));

        Assert.DoesNotContain(text, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
    }

    private static StorageConnection Connection(Dictionary<string, string> settings) =>
        StorageConnection.FromSettings(settings.GetValueOrDefault, "SscStorage");

    private static StorageClients Clients(Dictionary<string, string> settings) =>
        new(Connection(settings), new StorageResilienceOptions(), TimeProvider.System);
}
