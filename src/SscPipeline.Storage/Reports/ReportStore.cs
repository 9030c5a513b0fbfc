using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Reports;

internal sealed class ReportStore(IBlobContainer container) : IReportStore
{
    private const string Summary = "summary.json";
    private const int FilesAtOnce = 8;

    public Task WriteAsync(string audience, string folder, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken)
    {
        var summary = files.FirstOrDefault(IsSummary) ?? throw new ArgumentException($"A report has a {Summary}; readers go by it.", nameof(files));
        var others = InOrder(files.Where(file => !IsSummary(file)), file => file.Path).Select(Task.FromResult);
        return WritePartsAsync(audience, folder, new ReportParts([.. others], BinaryData.FromBytes(summary.Content).ToStream()), cancellationToken);
    }

    public async Task WritePartsAsync(string audience, string folder, ReportParts parts, CancellationToken cancellationToken)
    {
        // Whatever fails below, who writes the summary is told that nobody reads on.
        await using var content = parts.Summary;
        var place = Place(audience, folder);
        var there = await ListAsync(place, cancellationToken);
        if (there.ContainsKey(Summary))
        {
            await container.DeleteAsync($"{place}{Summary}", cancellationToken);
        }

        var others = ReplaceOthersAsync(
            place, there.Keys, parts.Others, file => file.Path,
            async (file, token) => await container.PutAsync(place + file.Path, BinaryData.FromBytes(file.Content).ToStream(), token),
            cancellationToken);
        await using var summary = new HeldBackStream(content, until: others);
        await Task.WhenAll(others, container.PutAsync(place + Summary, summary, cancellationToken));
    }

    public async Task<bool> SwitchLatestAsync(string audience, string folder, CancellationToken cancellationToken)
    {
        var (from, to) = (Place(audience, folder), Place(audience, ReportFolder.Latest));
        var (listing, finding) = (ListAsync(from, cancellationToken), ListAsync(to, cancellationToken));
        await Task.WhenAll(listing, finding);
        var (wanted, there) = (listing.Result, finding.Result);
        if (!wanted.ContainsKey(Summary))
        {
            return false;
        }

        await ReplaceOthersAsync(
            to, there.Keys, [.. InOrder(wanted.Keys.Where(path => path != Summary), path => path).Select(Task.FromResult)], path => path, CopyAsync, cancellationToken);
        await CopyAsync(Summary, cancellationToken);
        return true;

        async ValueTask CopyAsync(string path, CancellationToken token)
        {
            if (!IsSame(wanted[path], there.GetValueOrDefault(path)) && !await container.CopyAsync(from + path, to + path, token))
            {
                throw new InvalidOperationException($"The blob {from}{path} of container reports vanished while its report was copied.");
            }
        }
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

    /// <summary>Data before the page that shows them.</summary>
    private static IEnumerable<IReadOnlyList<T>> InOrder<T>(IEnumerable<T> files, Func<T, string> pathOf) =>
        files.GroupBy(file => !pathOf(file).Contains('/', StringComparison.Ordinal)).OrderBy(kind => kind.Key).Select(kind => kind.ToList());

    /// <summary>All files but the summary, part by part; then what is there and not in the report is removed.</summary>
    private async Task ReplaceOthersAsync<T>(
        string place, IEnumerable<string> there, IReadOnlyList<Task<IReadOnlyList<T>>> parts, Func<T, string> pathOf, Func<T, CancellationToken, ValueTask> writeAsync,
        CancellationToken cancellationToken)
    {
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce, CancellationToken = cancellationToken };
        var written = new List<string> { Summary };
        foreach (var making in parts)
        {
            var part = await making;
            await Parallel.ForEachAsync(part, atOnce, writeAsync);
            written.AddRange(part.Select(pathOf));
        }

        foreach (var stray in there.Except(written, StringComparer.Ordinal))
        {
            await container.DeleteAsync(place + stray, cancellationToken);
        }
    }

    private static bool IsSummary(ReportFile file) => file.Path == Summary;

    private static string Place(string audience, string folder) => audience is "controlled" or "public"
        ? $"{audience}/{folder}/"
        : throw new ArgumentException("The audience of a report is 'controlled' or 'public'.", nameof(audience));
}
