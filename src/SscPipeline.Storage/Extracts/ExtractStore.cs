using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Extracts;

internal sealed class ExtractStore(IBlobContainer container) : IExtractStore
{
    public async Task<byte[]?> ReadAsync(SiteCode site, CancellationToken cancellationToken)
    {
        await using var opened = await container.OpenAsync(Name(site), cancellationToken);
        if (opened is null)
        {
            return null;
        }

        var content = new byte[opened.Facts.Length];
        await opened.Content.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    public Task WriteAsync(SiteCode site, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        container.PutAsync(Name(site), BinaryData.FromBytes(content).ToStream(), cancellationToken);

    private static string Name(SiteCode site) => $"{site.Value}.json.gz";
}
