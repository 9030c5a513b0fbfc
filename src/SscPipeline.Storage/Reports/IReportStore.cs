using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Reports;

/// <summary>What the investigators get: <c>{audience}/{yyyyMMddTHHmmssZ}/...</c> and the same under <c>{audience}/latest/</c>.</summary>
public interface IReportStore
{
    /// <summary>Writes the period's files, then <c>latest</c>; its <c>summary.json</c> comes last of all and is what readers go by.</summary>
    /// <param name="audience"><c>controlled</c> or <c>public</c>.</param>
    /// <param name="period">Names the folder, to the second.</param>
    /// <exception cref="ArgumentException">There is no <c>summary.json</c> among the files, or no such audience.</exception>
    Task PublishAsync(string audience, DateTimeOffset period, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken);

    /// <summary>Null when nothing was published or it has no such file.</summary>
    Task<OpenedBlob?> OpenLatestAsync(string audience, string path, CancellationToken cancellationToken);

    /// <param name="blobName">As <see cref="ListAsync"/> gives it.</param>
    Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken);

    /// <summary>Of all audiences and periods, in the order of their names.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken);
}
