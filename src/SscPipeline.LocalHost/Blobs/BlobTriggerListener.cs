using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Blobs;

/// <summary>Watches a container and delivers each new or changed blob once; one blob is never delivered twice at the same time.</summary>
/// <remarks>Called by one loop at a time; only the deliveries run beside it.</remarks>
internal sealed class BlobTriggerListener(
    FunctionDefinition function, BlobPattern pattern, BlobContainerClient container, BlobDelivery delivery, SemaphoreSlim places,
    IHandledBlobs handled, IHostProgress progress, ILogger logger) : IListener
{
    private readonly Dictionary<string, string> delivered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> running = new(StringComparer.Ordinal);
    private bool hasLooked;

    public string Function => function.Name;

    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public async Task<int> PollAsync(CancellationToken cancellationToken, CancellationToken functionsStop)
    {
        Settle();
        var arrivals = await LookAsync(cancellationToken);
        foreach (var (blob, input) in arrivals.OrderBy(arrival => arrival.Blob.LastModified))
        {
            delivered[blob.Name] = blob.ETag;
            progress.Report(new HostEvent(HostEventKind.Found, function.Name, blob, Attempt: 0, TimeSpan.Zero, Fault: null));
            var wasThereAtStart = !hasLooked;
            running[blob.Name] = Task.Run(() => DeliverAsync(blob, input, wasThereAtStart, functionsStop), CancellationToken.None);
        }

        hasLooked = true;
        return arrivals.Count;
    }

    public Task DrainAsync() => Task.WhenAll(running.Values);

    private async Task<List<(BlobVersion Blob, TriggerInput Input)>> LookAsync(CancellationToken cancellationToken)
    {
        var arrivals = new List<(BlobVersion, TriggerInput)>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in container.GetBlobsAsync(prefix: pattern.Prefix, cancellationToken: cancellationToken))
        {
            if (pattern.Match(item.Name) is { } tokens && present.Add(item.Name) && !running.ContainsKey(item.Name))
            {
                var etag = item.Properties.ETag.GetValueOrDefault().ToString().Trim('"');
                if (delivered.GetValueOrDefault(item.Name) != etag)
                {
                    var blob = new BlobVersion(container.Name, item.Name, etag, item.Properties.LastModified.GetValueOrDefault());
                    arrivals.Add((blob, new TriggerInput(container.GetBlobClient(item.Name), tokens)));
                }
            }
        }

        foreach (var gone in delivered.Keys.Where(name => !present.Contains(name)).ToArray())
        {
            delivered.Remove(gone);
        }

        return arrivals;
    }

    private async Task DeliverAsync(BlobVersion blob, TriggerInput input, bool wasThereAtStart, CancellationToken functionsStop)
    {
        await places.WaitAsync(functionsStop);
        try
        {
            if (wasThereAtStart && await handled.IsHandledAsync(blob, functionsStop))
            {
                progress.Report(new HostEvent(HostEventKind.Skipped, function.Name, blob, Attempt: 0, TimeSpan.Zero, Fault: null));
                return;
            }

            await delivery.RunAsync((BlobClient)input.Value, blob, input, functionsStop);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Forgets ended deliveries. One that storage or a stop cut short is to be delivered again.</summary>
    private void Settle()
    {
        foreach (var (name, task) in running.Where(entry => entry.Value.IsCompleted).ToArray())
        {
            running.Remove(name);
            if (!task.IsCompletedSuccessfully)
            {
                delivered.Remove(name);
            }

            if (task.Exception is { } fault)
            {
                logger.NotSettled(function.Name, FaultName.Of(fault));
            }
        }
    }
}
