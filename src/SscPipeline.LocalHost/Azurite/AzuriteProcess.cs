using System.Diagnostics;
using System.Globalization;

namespace SscPipeline.LocalHost.Azurite;

/// <summary>A running Azurite. It stops when this is disposed, and by itself when this process ends in any other way.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly RecentLines said = new();
    private readonly AzuriteEndpoints announced = new();
    private Uri[] endpoints = [];

    private AzuriteProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => said.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Of the usual account, <c>devstoreaccount1</c>.</summary>
    public string ConnectionString => ConnectionStringOf(AzuriteAccount.Default);

    /// <summary>For those who freeze or kill it on purpose.</summary>
    public int ProcessId => process.Id;

    /// <summary>Installs Azurite when needed, starts it, and returns when blob, queue and table answer.</summary>
    /// <exception cref="AzuriteUnavailableException">It cannot be installed or does not start, such as when a fixed port is taken.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        AzuriteOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var installation = await AzuriteInstallation.EnsureAsync(progress, cancellationToken);
        if (options.DataFolder is { } data)
        {
            Directory.CreateDirectory(data);
        }

        var azurite = new AzuriteProcess(NodeCommand.Start(
            "node", installation.Folder, AzuriteArguments.Of(installation, options),
            start => start.Environment["AZURITE_ACCOUNTS"] = AzuriteAccount.Setting([AzuriteAccount.Default, .. options.MoreAccounts])));
        try
        {
            await azurite.UntilItAnswersAsync(options, cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <param name="account">The usual account or one of <see cref="AzuriteOptions.MoreAccounts"/>.</param>
    public string ConnectionStringOf(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={AzuriteAccount.KeyOf(account)};"
        + $"BlobEndpoint={endpoints[0]}{account};QueueEndpoint={endpoints[1]}{account};TableEndpoint={endpoints[2]}{account};";

    /// <summary>Closing its input lets it save what it has; after ten seconds it is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeToSave);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private async Task UntilItAnswersAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.StartTimeout);
        try
        {
            var listening = announced.AllAsync();
            var ended = process.WaitForExitAsync(patience.Token);
            if (await Task.WhenAny(listening, ended) == ended)
            {
                await ended;
                throw NotStarted($"It ended with code {process.ExitCode}.");
            }

            endpoints = await listening;
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            foreach (var endpoint in endpoints)
            {
                // Any answer will do: without a signature it is a refusal.
                using var answer = await http.GetAsync(endpoint, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotStarted(string.Create(
                CultureInfo.InvariantCulture, $"It did not answer within {options.StartTimeout.TotalSeconds:0} seconds."));
        }
    }

    private AzuriteUnavailableException NotStarted(string why) =>
        new($"""
            Azurite, the storage emulator, did not start. {why}
            If a port is taken, another Azurite may be running: stop it, or choose other ports. What it said last:
            {said}
            """);

    private void Read(string? line)
    {
        said.Add(line);
        announced.Read(line ?? "");
    }
}
