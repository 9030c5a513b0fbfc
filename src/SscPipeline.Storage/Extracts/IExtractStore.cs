using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Extracts;

/// <summary>The cached current outcomes of a site, <c>{site}.json.gz</c>. What is in it is its writer's business.</summary>
public interface IExtractStore
{
    /// <summary>Null when there is none.</summary>
    Task<byte[]?> ReadAsync(SiteCode site, CancellationToken cancellationToken);

    Task WriteAsync(SiteCode site, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
