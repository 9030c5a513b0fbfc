using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Reports;

internal sealed class ReportStore(IBlobContainer container) : IReportStore
{
    private const string Summary = "summary.json";
    private const int FilesAtOnce = 8;

    public async Task WriteAsync(string audience, string folder, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken)
    {
        var place = Place(audience, folder, files);
        var there = await ListAsync(place, cancellationToken);
        if (there.ContainsKey(Summary))
        {
            await container.DeleteAsync($"{place}{Summary}", cancellationToken);
        }

        var contents = files.ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        await ReplaceAsync(
            place, there.Keys, [.. contents.Keys],
            async (path, token) => await container.PutAsync(place + path, BinaryData.FromBytes(contents[path]).ToStream(), token),
            cancellationToken);
    }

    public async Task<bool> SwitchLatestAsync(string audience, string folder, CancellationToken cancellationToken)
    {
        var (from, to) = (Place(audience, folder), Place(audience, ReportFolder.Latest));
        var (wanted, there) = (await ListAsync(from, cancellationToken), await ListAsync(to, cancellationToken));
        if (!wanted.ContainsKey(Summary))
        {
            return false;
        }

        await ReplaceAsync(
            to, there.Keys, [.. wanted.Keys],
            async (path, token) => _ = IsSame(wanted[path], there.GetValueOrDefault(path)) || await container.CopyAsync(from + path, to + path, token) ? true : throw Vanished(from + path),
            cancellationToken);
        return true;
    }

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

    public Task<BinaryData?> ReadBeginningOfLatestAsync(string audience, string path, int length, CancellationToken cancellationToken) =>
        container.ReadBeginningAsync(Place(audience, ReportFolder.Latest) + path, length, cancellationToken);

    public Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken) => container.OpenAsync(blobName, cancellationToken);

    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken) => container.ListAsync("", cancellationToken);

    /// <summary>By path within the report.</summary>
    private async Task<Dictionary<string, StoredBlob>> ListAsync(string place, CancellationToken cancellationToken) =>
        await container.ListAsync(place, cancellationToken).ToDictionaryAsync(blob => blob.Name[place.Length..], StringComparer.Ordinal, cancellationToken);

    /// <summary>From one report to the next many tables stay as they are.</summary>
    private static bool IsSame(StoredBlob wanted, StoredBlob? there) =>
        there is not null && wanted.ContentHash is not null && wanted.ContentHash == there.ContentHash && wanted.Length == there.Length;

    /// <summary>Data before the page that shows them, and the summary last; what is there and not in the report is removed in between.</summary>
    private async Task ReplaceAsync(
        string place, IEnumerable<string> there, IReadOnlyList<string> paths, Func<string, CancellationToken, ValueTask> writeAsync, CancellationToken cancellationToken)
    {
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce, CancellationToken = cancellationToken };
        foreach (var kind in paths.Where(path => path != Summary).GroupBy(path => !path.Contains('/', StringComparison.Ordinal)).OrderBy(kind => kind.Key))
        {
            await Parallel.ForEachAsync(kind, atOnce, writeAsync);
        }

        foreach (var stray in there.Except(paths, StringComparer.Ordinal))
        {
            await container.DeleteAsync(place + stray, cancellationToken);
        }

        await writeAsync(Summary, cancellationToken);
    }

    private static InvalidOperationException Vanished(string name) => new($"The blob {name} of container reports vanished while its report was copied.");

    private static bool IsSummary(ReportFile file) => file.Path == Summary;

    private static string Place(string audience, string folder, IReadOnlyList<ReportFile> files) => files.Any(IsSummary)
        ? Place(audience, folder)
        : throw new ArgumentException($"A report has a {Summary}; readers go by it.", nameof(files));

    private static string Place(string audience, string folder) => audience is "controlled" or "public"
        ? $"{audience}/{folder}/"
        : throw new ArgumentException("The audience of a report is 'controlled' or 'public'.", nameof(audience));
}
