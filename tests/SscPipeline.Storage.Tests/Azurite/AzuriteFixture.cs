using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;

namespace SscPipeline.Storage.Tests.Azurite;

/// <summary>One emulator in memory for all tests that need it, on free ports.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Process? process;

    public string ConnectionString { get; private set; } = "";

    public Stores Stores { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var script = await AzuriteInstallation.EnsureAsync();
        int[] ports = FreePorts();
        ConnectionString =
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{ports[1]}/devstoreaccount1;"
            + $"TableEndpoint=http://127.0.0.1:{ports[2]}/devstoreaccount1;";
        process = Process.Start(new ProcessStartInfo("node", [
            script, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence",
            "--blobPort", Text(ports[0]), "--queuePort", Text(ports[1]), "--tablePort", Text(ports[2])])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
        })!;
        _ = process.StandardOutput.ReadToEndAsync();
        foreach (var port in ports)
        {
            await WaitForAsync(port);
        }

        Stores = Stores.OnAzure(StorageConnection.Of(ConnectionString), new StorageResilienceOptions(), TimeProvider.System);
        await Stores.EnsureCreatedAsync(CancellationToken.None);
        await Stores.EnsureCreatedAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 3).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        Array.ForEach(listeners, listener => listener.Stop());
        return ports;
    }

    private async Task WaitForAsync(int port)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (waited.Elapsed < TimeSpan.FromSeconds(30) && !process!.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
