using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Evidence;

internal sealed class EvidenceStore(IBlobContainer container) : IEvidenceStore
{
    public Task SaveAsync(string sha256, Stream content, CancellationToken cancellationToken) =>
        container.TryAddAsync(Name(sha256), content, cancellationToken);

    public Task<OpenedBlob?> OpenAsync(string sha256, CancellationToken cancellationToken) => container.OpenAsync(Name(sha256), cancellationToken);

    private static string Name(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? sha256
        : throw new ArgumentException("Evidence is kept under the SHA-256 of its bytes: 64 lower-case hex digits.", nameof(sha256));
}
