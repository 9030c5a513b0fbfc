using System.Text.Json;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>What a poison message says: which version of which blob failed at every attempt.</summary>
/// <param name="ETag">Without quotes; empty when the message names none, and then any version is meant.</param>
internal sealed record FailedBlob(string BlobName, string ETag)
{
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It names no blob.</exception>
    public static FailedBlob Read(string message)
    {
        using var json = JsonDocument.Parse(message);
        var blobName = json.RootElement.GetProperty(nameof(BlobName)).GetString()
            ?? throw new InvalidOperationException("A poison message names no blob.");
        var etag = json.RootElement.TryGetProperty(nameof(ETag), out var said) ? said.GetString() ?? "" : "";
        return new FailedBlob(blobName, etag.Trim('"'));
    }

    /// <summary>Null when it is not a message of the functions host.</summary>
    public static FailedBlob? TryRead(string message)
    {
        try
        {
            return Read(message);
        }
        catch (Exception notOurs) when (notOurs is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public bool IsOf(string etag) => ETag.Length == 0 || ETag == etag.Trim('"');
}
