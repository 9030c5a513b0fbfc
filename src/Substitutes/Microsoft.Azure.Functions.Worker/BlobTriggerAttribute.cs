namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    /// <summary>The container and a pattern for the blob's name; a token in braces takes as much as it can, slashes too.</summary>
    public string BlobPath { get; } = blobPath;

    public BlobTriggerSource Source { get; set; }

    /// <summary>The setting that holds the connection; <c>AzureWebJobsStorage</c> when null.</summary>
    public string? Connection { get; set; }
}
