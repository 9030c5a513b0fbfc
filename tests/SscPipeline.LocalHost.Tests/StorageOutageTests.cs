using SscPipeline.LocalHost.Azurite;
using SscPipeline.LocalHost.Tests.Host;

namespace SscPipeline.LocalHost.Tests;

public sealed class StorageOutageTests
{
    [Fact]
    public async Task The_host_goes_on_when_storage_comes_back()
    {
        var folder = Directory.CreateTempSubdirectory("ssc-outage-").FullName;
        var first = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder }, progress: null, CancellationToken.None);
        var host = new RunningHost(first.ConnectionString, typeof(BlobFunction), typeof(QueueFunction));
        var ports = new AzuriteOptions { DataFolder = folder, BlobPort = host.Blobs.Uri.Port, QueuePort = host.Queues.Uri.Port };

        await host.WhileRunningAsync(async () =>
        {
            await host.DropAsync("site-a/before.csv", "1");
            await host.Calls.UntilAsync(1);
            await first.DisposeAsync();
            while (!host.Log.Any(line => line.StartsWith("2004", StringComparison.Ordinal)))
            {
                await Task.Delay(20, CancellationToken.None);
            }

            await using var second = await AzuriteProcess.StartAsync(ports, progress: null, CancellationToken.None);
            await host.DropAsync("site-a/after.csv", "1");
            await host.Calls.UntilAsync(2);
        });

        Assert.Equal(["site-a/before.csv", "site-a/after.csv"], host.Calls.Made);
        Directory.Delete(folder, recursive: true);
    }
}
