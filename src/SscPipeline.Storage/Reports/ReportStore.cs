using System.Globalization;
using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Reports;

internal sealed class ReportStore(IBlobContainer container) : IReportStore
{
    private const string Summary = "summary.json";

    public async Task PublishAsync(string audience, DateTimeOffset period, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken)
    {
        if (!files.Any(IsSummary))
        {
            throw new ArgumentException($"A report has a {Summary}; readers go by it.", nameof(files));
        }

        var folder = period.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var place in new[] { Folder(audience, folder), Folder(audience, "latest") })
        {
            foreach (var file in files.OrderBy(IsSummary))
            {
                await container.PutAsync($"{place}/{file.Path}", BinaryData.FromBytes(file.Content).ToStream(), cancellationToken);
            }
        }
    }

    public Task<OpenedBlob?> OpenLatestAsync(string audience, string path, CancellationToken cancellationToken) =>
        container.OpenAsync($"{Folder(audience, "latest")}/{path}", cancellationToken);

    public Task<OpenedBlob?> OpenAsync(string blobName, CancellationToken cancellationToken) => container.OpenAsync(blobName, cancellationToken);

    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellationToken) => container.ListAsync("", cancellationToken);

    private static bool IsSummary(ReportFile file) => file.Path == Summary;

    private static string Folder(string audience, string name) => audience is "controlled" or "public"
        ? $"{audience}/{name}"
        : throw new ArgumentException("The audience of a report is 'controlled' or 'public'.", nameof(audience));
}
