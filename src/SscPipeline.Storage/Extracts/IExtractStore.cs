using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Extracts;

/// <summary>The cached current outcomes of a site, <c>{site}.json.gz</c>. What is in it is its writer's business.</summary>
public interface IExtractStore
{
    /// <summary>Null when there is none.</summary>
    Task<byte[]?> ReadAsync(SiteCode site, CancellationToken cancellationToken);

    Task WriteAsync(SiteCode site, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>What reports read of many sites, <c>_figures/{part}</c>: the ETag of each part by its name.</summary>
    Task<IReadOnlyDictionary<string, string>> ListFiguresAsync(CancellationToken cancellationToken);

    /// <summary>Null when there is none.</summary>
    /// <param name="part">Letters, digits and hyphens.</param>
    Task<FigurePart?> ReadFiguresAsync(string part, CancellationToken cancellationToken);

    /// <returns>The part's new ETag.</returns>
    Task<string> WriteFiguresAsync(string part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
