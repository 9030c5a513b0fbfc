using SscPipeline.Storage;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Api;

/// <summary>The newest report of each audience, as it was published.</summary>
public sealed class LatestReports
{
    private readonly Stores stores;

    internal LatestReports(Stores stores) => this.stores = stores;

    /// <param name="audience">As a request has it: anything.</param>
    /// <returns>Null when there is no such audience, or nothing was published for it.</returns>
    public async Task<ApiFile?> FindAsync(string audience, FileForm form, CancellationToken cancellationToken)
    {
        var isPage = form == FileForm.Html;
        return Audiences.All.Contains(audience, StringComparer.Ordinal)
            && await stores.Reports.OpenLatestAsync(audience, isPage ? "summary.html" : "summary.json", cancellationToken) is { } blob
            ? new ApiFile(await blob.ReadToEndAsync(cancellationToken), isPage ? ApiFile.Html : ApiFile.Json, blob.Facts.ETag)
            : null;
    }
}
