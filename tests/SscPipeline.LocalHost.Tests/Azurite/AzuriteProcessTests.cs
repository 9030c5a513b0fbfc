using System.Diagnostics;
using Azure.Storage.Blobs;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests.Azurite;

public sealed class AzuriteProcessTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task It_is_gone_when_it_was_disposed_and_what_a_folder_holds_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("ssc-azurite-data-").FullName;
        var options = new AzuriteOptions { DataFolder = folder };
        var first = await AzuriteProcess.StartAsync(options, progress: null, CancellationToken.None);
        var id = first.ProcessId;
        await new BlobServiceClient(first.ConnectionString).CreateBlobContainerAsync("kept");

        await first.DisposeAsync();
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));

        await using (var second = await AzuriteProcess.StartAsync(options, progress: null, CancellationToken.None))
        {
            Assert.True(await new BlobServiceClient(second.ConnectionString).GetBlobContainerClient("kept").ExistsAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_the_message()
    {
        var taken = new BlobServiceClient(azurite.ConnectionString).Uri.Port;

        var fault = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => AzuriteProcess.StartAsync(
            new AzuriteOptions { BlobPort = taken }, progress: null, CancellationToken.None));

        Assert.Contains($"127.0.0.1:{taken}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("EADDRINUSE", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_account_of_a_test_is_empty()
    {
        await new BlobServiceClient(azurite.NewAccount()).CreateBlobContainerAsync("submissions");

        var another = new BlobServiceClient(azurite.NewAccount());

        Assert.False(await another.GetBlobContainerClient("submissions").ExistsAsync());
    }
}
