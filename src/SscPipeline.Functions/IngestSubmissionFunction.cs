using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;

namespace SscPipeline.Functions;

/// <summary>A document arrives in <c>submissions/{site}/{document}</c>. Binding in, one call, one log line: no rule lives here.</summary>
/// <remarks>
/// One token, because tokens are greedy in Azure: <c>{site}/{document}</c> would make <c>a/b</c> of <c>a/b/c.xlsx</c> a site.
/// The workflow opens the blob itself, so that its bytes and its time of upload belong together.
/// Anything thrown is a fault of ours or of storage, never of the site's data: it escapes, and the host tries again.
/// </remarks>
public sealed class IngestSubmissionFunction(IIngestSubmission ingest, ILogger<IngestSubmissionFunction> logger)
{
    [Function("IngestSubmission")]
    public async Task RunAsync(
        [BlobTrigger("submissions/{name}", Source = BlobTriggerSource.EventGrid, Connection = "SscInbox")] BlobClient blob,
        string name,
        CancellationToken cancellationToken)
    {
        var result = await ingest.RunAsync(name, cancellationToken);
        logger.SubmissionIngested(result);
    }
}
