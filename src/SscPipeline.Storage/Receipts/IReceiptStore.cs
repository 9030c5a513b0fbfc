using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Receipts;

/// <summary>What the sites get back: <c>{site}/{submissionId}/{name}</c>, and <c>{site}/index.html</c>.</summary>
public interface IReceiptStore
{
    /// <summary>Replaces what was there.</summary>
    /// <param name="name">Such as <c>receipt.json</c>.</param>
    Task WriteAsync(SiteCode site, SubmissionId submission, string name, Stream content, CancellationToken cancellationToken);

    Task<OpenedBlob?> OpenAsync(SiteCode site, SubmissionId submission, string name, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(SiteCode site, SubmissionId submission, string name, CancellationToken cancellationToken);

    Task WriteIndexAsync(SiteCode site, Stream content, CancellationToken cancellationToken);

    Task<OpenedBlob?> OpenIndexAsync(SiteCode site, CancellationToken cancellationToken);

    /// <param name="blobName">As <see cref="ListAsync(CancellationToken)"/> gives it.</param>
    Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken);

    /// <summary>Of all sites, in the order of their names.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken);

    /// <summary>Of one site, in the order of their names.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(SiteCode site, CancellationToken cancellationToken);
}
