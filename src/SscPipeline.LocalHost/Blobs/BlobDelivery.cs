using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Blobs;

/// <summary>Brings one upload to its function: some attempts, and a poison message when all fail.</summary>
internal sealed class BlobDelivery(
    FunctionDefinition function, FunctionRun run, QueueClient poisonQueue, IHostProgress progress, LocalHostOptions options,
    TimeProvider time, ILogger logger)
{
    /// <exception cref="Azure.RequestFailedException">Storage did not take the poison message, so the upload is not settled.</exception>
    public async Task RunAsync(BlobClient client, BlobVersion blob, TriggerInput input, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= options.MaxAttempts; attempt++)
        {
            if (await run.TryAsync(function, input, blob, attempt, cancellationToken) is null)
            {
                return;
            }

            if (attempt < options.MaxAttempts)
            {
                await Task.Delay(options.RetryDelay * (1 << (attempt - 1)), time, cancellationToken);
            }

            // A blob that is gone needs nothing more, as in Azure.
            if (!await client.ExistsAsync(cancellationToken))
            {
                return;
            }
        }

        await poisonQueue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await poisonQueue.SendMessageAsync(PoisonMessage.Of(function, blob).ToText(), cancellationToken);
        logger.Poisoned(function.Name, options.MaxAttempts, poisonQueue.Name);
        progress.Report(new HostEvent(HostEventKind.Poisoned, function.Name, blob, options.MaxAttempts, TimeSpan.Zero, Fault: null));
    }
}
