using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Receipts;

internal sealed class ReceiptStore(IBlobContainer container) : IReceiptStore
{
    public Task WriteAsync(SiteCode site, SubmissionId submission, string name, Stream content, CancellationToken cancellationToken) =>
        container.PutAsync(Name(site, submission, name), content, cancellationToken);

    public Task<OpenedBlob?> OpenAsync(SiteCode site, SubmissionId submission, string name, CancellationToken cancellationToken) =>
        container.OpenAsync(Name(site, submission, name), cancellationToken);

    public async Task<bool> ExistsAsync(SiteCode site, SubmissionId submission, string name, CancellationToken cancellationToken) =>
        await container.FindAsync(Name(site, submission, name), cancellationToken) is not null;

    public Task WriteIndexAsync(SiteCode site, Stream content, CancellationToken cancellationToken) =>
        container.PutAsync(Index(site), content, cancellationToken);

    public Task<OpenedBlob?> OpenIndexAsync(SiteCode site, CancellationToken cancellationToken) => container.OpenAsync(Index(site), cancellationToken);

    public Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken) => container.OpenAsync(blobName, cancellationToken);

    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken) => container.ListAsync("", cancellationToken);

    public IAsyncEnumerable<StoredBlob> ListAsync(SiteCode site, CancellationToken cancellationToken) => container.ListAsync($"{site.Value}/", cancellationToken);

    private static string Name(SiteCode site, SubmissionId submission, string name) => $"{site.Value}/{submission.Value}/{name}";

    private static string Index(SiteCode site) => $"{site.Value}/index.html";
}
