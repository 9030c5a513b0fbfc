using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Mappings;

/// <summary>A site's own headings, <c>{site}.csv</c>, as text. What is in it is its reader's business.</summary>
public interface IMappingStore
{
    /// <summary>Null when the site has none.</summary>
    Task<string?> ReadAsync(SiteCode site, CancellationToken cancellationToken);

    Task WriteAsync(SiteCode site, string csv, CancellationToken cancellationToken);
}
