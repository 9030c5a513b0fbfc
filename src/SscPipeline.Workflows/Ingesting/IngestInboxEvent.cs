namespace SscPipeline.Workflows.Ingesting;

/// <summary>Delivered twice, late or in the wrong order is all the same: what lies in the inbox now is read, and the ledger knows what is settled.</summary>
internal sealed class IngestInboxEvent(IIngestSubmission ingest) : IIngestInboxEvent
{
    public async Task<IngestResult?> RunAsync(string message, CancellationToken cancellationToken) =>
        InboxEvent.Read(message) is { } upload ? await ingest.RunAsync(upload.BlobName, cancellationToken) : null;
}
