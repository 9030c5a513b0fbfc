namespace SscPipeline.Workflows;

/// <summary>Tells the ledger and the site about a blob that failed at every attempt.</summary>
public interface IRecordPoison
{
    /// <param name="message">The text of the poison message: JSON with <c>ContainerName</c>, <c>BlobName</c> and <c>ETag</c>.</param>
    Task RunAsync(string message, CancellationToken cancellationToken);
}
