using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Reports;

internal sealed class ReportStore(IBlobContainer container) : IReportStore
{
    private const string Summary = "summary.json";
    private const int FilesAtOnce = 8;

    public async Task WriteAsync(string audience, string folder, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken)
    {
        var place = Place(audience, folder, files);
        await container.DeleteAsync($"{place}{Summary}", cancellationToken);
        await ReplaceAsync(place, files, cancellationToken);
    }

    public Task SwitchLatestAsync(string audience, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken) =>
        ReplaceAsync(Place(audience, ReportFolder.Latest, files), files, cancellationToken);

    public async Task<IReadOnlyList<ReportFile>> ReadAsync(string audience, string folder, CancellationToken cancellationToken)
    {
        var place = Place(audience, folder);
        var files = new List<ReportFile>();
        await foreach (var blob in container.ListAsync(place, cancellationToken))
        {
            if (await container.OpenAsync(blob.Name, cancellationToken) is { } opened)
            {
                await using (opened)
                {
                    using var copy = new MemoryStream();
                    await opened.Content.CopyToAsync(copy, cancellationToken);
                    files.Add(new ReportFile(blob.Name[place.Length..], copy.ToArray()));
                }
            }
        }

        return files.Any(IsSummary) ? files : [];
    }

    public async Task RemoveAsync(string audience, string folder, CancellationToken cancellationToken)
    {
        var place = Place(audience, folder);
        await container.DeleteAsync($"{place}{Summary}", cancellationToken);
        foreach (var blob in await container.ListAsync(place, cancellationToken).ToListAsync(cancellationToken))
        {
            await container.DeleteAsync(blob.Name, cancellationToken);
        }
    }

    public Task<OpenedBlob?> OpenLatestAsync(string audience, string path, CancellationToken cancellationToken) =>
        container.OpenAsync(Place(audience, ReportFolder.Latest) + path, cancellationToken);

    public Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken) => container.OpenAsync(blobName, cancellationToken);

    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken) => container.ListAsync("", cancellationToken);

    /// <summary>Data before the page that shows them, and the summary last; what is there and not in the report is removed in between.</summary>
    private async Task ReplaceAsync(string place, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken)
    {
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce, CancellationToken = cancellationToken };
        foreach (var kind in files.Where(file => !IsSummary(file)).GroupBy(file => !file.Path.Contains('/', StringComparison.Ordinal)).OrderBy(kind => kind.Key))
        {
            await Parallel.ForEachAsync(kind, atOnce, async (file, token) => await PutAsync(place, file, token));
        }

        var wanted = files.Select(file => place + file.Path).ToHashSet(StringComparer.Ordinal);
        var there = await container.ListAsync(place, cancellationToken).ToListAsync(cancellationToken);
        foreach (var stray in there.Where(blob => !wanted.Contains(blob.Name)))
        {
            await container.DeleteAsync(stray.Name, cancellationToken);
        }

        await PutAsync(place, files.Single(IsSummary), cancellationToken);
    }

    private async Task PutAsync(string place, ReportFile file, CancellationToken cancellationToken) =>
        await container.PutAsync(place + file.Path, BinaryData.FromBytes(file.Content).ToStream(), cancellationToken);

    private static bool IsSummary(ReportFile file) => file.Path == Summary;

    private static string Place(string audience, string folder, IReadOnlyList<ReportFile> files) => files.Any(IsSummary)
        ? Place(audience, folder)
        : throw new ArgumentException($"A report has a {Summary}; readers go by it.", nameof(files));

    private static string Place(string audience, string folder) => audience is "controlled" or "public"
        ? $"{audience}/{folder}/"
        : throw new ArgumentException("The audience of a report is 'controlled' or 'public'.", nameof(audience));
}
