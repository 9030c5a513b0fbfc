using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Reports;

/// <summary>What the investigators get: <c>{audience}/{yyyyMMddTHHmmssZ}/...</c> and the same under <c>{audience}/latest/</c>.</summary>
/// <remarks>A folder holds a report when it has a <c>summary.json</c>, which is written last; without one it is a leftover.</remarks>
public interface IReportStore
{
    /// <summary>Replaces whatever the folder holds: its old <c>summary.json</c> goes first, the new one comes last, and a file that the
    /// report does not have is gone.</summary>
    /// <param name="audience"><c>controlled</c> or <c>public</c>.</param>
    /// <param name="folder">One of <see cref="ReportFolder"/>.</param>
    /// <exception cref="ArgumentException">There is no <c>summary.json</c> among the files, or no such audience.</exception>
    Task WriteAsync(string audience, string folder, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken);

    /// <summary>As above, of a report that is still being made: each part is stored as soon as it is there and those before it are stored. The
    /// bytes of <c>summary.json</c> go out as they come, and become its content when all else is stored.</summary>
    /// <exception cref="ArgumentException">There is no such audience.</exception>
    Task WritePartsAsync(string audience, string folder, ReportParts parts, CancellationToken cancellationToken);

    /// <summary>Makes <c>latest</c> a copy of the folder. Until the new <c>summary.json</c> is there, which is last of all, the old one stays:
    /// it is what readers go by.</summary>
    /// <returns>False when the folder holds no complete report.</returns>
    /// <exception cref="ArgumentException">There is no such audience.</exception>
    Task<bool> SwitchLatestAsync(string audience, string folder, CancellationToken cancellationToken);

    /// <summary>The files of a folder by path; none when it holds no complete report.</summary>
    Task<IReadOnlyList<ReportFile>> ReadAsync(string audience, string folder, CancellationToken cancellationToken);

    /// <summary>Removes a folder, its <c>summary.json</c> first.</summary>
    Task RemoveAsync(string audience, string folder, CancellationToken cancellationToken);

    /// <summary>Null when nothing was published or it has no such file.</summary>
    Task<OpenedBlob?> OpenLatestAsync(string audience, string path, CancellationToken cancellationToken);

    /// <summary>The first bytes of a file that may have many megabytes. Null when nothing was published or it has no such file.</summary>
    Task<BinaryData?> ReadBeginningOfLatestAsync(string audience, string path, int length, CancellationToken cancellationToken);

    /// <param name="blobName">As <see cref="ListAsync"/> gives it.</param>
    Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken);

    /// <summary>Of all audiences and periods, in the order of their names.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken);
}
