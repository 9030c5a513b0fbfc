namespace SscPipeline.Workflows;

/// <summary>The second way in: an event of the inbox, brought by a queue, leads to the same work as the blob trigger.</summary>
public interface IIngestInboxEvent
{
    /// <param name="message">JSON of one event of blob storage, as CloudEvents 1.0 or in the schema of Event Grid.</param>
    /// <returns>Null when the event is about something else than a finished upload.</returns>
    /// <exception cref="InvalidDataException">It is no event of blob storage; the message names no content.</exception>
    Task<IngestResult?> RunAsync(string message, CancellationToken cancellationToken);
}
