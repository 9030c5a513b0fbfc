using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Timers;

/// <summary>When a timer ran last and is to run next, where and as Azure keeps it.</summary>
internal sealed class ScheduleStatusStore(BlobContainerClient container, string hostId, FunctionDefinition function)
{
    public const string Container = "azure-webjobs-hosts";

    private readonly BlobClient blob = container.GetBlobClient($"timers/{hostId}/{function.Id}/status");

    /// <summary>Null when the timer never ran.</summary>
    public async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize<ScheduleStatus>(content.Value.Content);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // A file that somebody damaged must not stop the host for good: it counts as none and is replaced.
            return null;
        }
    }

    public async Task WriteAsync(ScheduleStatus status, CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await blob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);
    }
}
