using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Evidence;

/// <summary>The bytes as received, under their hash, written once and never changed.</summary>
public interface IEvidenceStore
{
    /// <summary>Bytes that are there already are as good as new ones.</summary>
    /// <param name="sha256">Lower-case hex of the content, 64 digits.</param>
    /// <param name="content">Read from where it stands to its end.</param>
    Task SaveAsync(string sha256, Stream content, CancellationToken cancellationToken);

    /// <summary>Null when no such bytes were kept.</summary>
    Task<OpenedBlob?> OpenAsync(string sha256, CancellationToken cancellationToken);
}
