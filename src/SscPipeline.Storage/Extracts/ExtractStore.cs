using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Extracts;

internal sealed class ExtractStore(IBlobContainer container) : IExtractStore
{
    public Task<byte[]?> ReadAsync(SiteCode site, CancellationToken cancellationToken) => ReadAsync(Name(site), cancellationToken);

    public Task WriteAsync(SiteCode site, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(Name(site), content, cancellationToken);

    public Task<byte[]?> ReadFiguresAsync(string part, CancellationToken cancellationToken) => ReadAsync(Name(part), cancellationToken);

    public Task WriteFiguresAsync(string part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(Name(part), content, cancellationToken);

    private static string Name(SiteCode site) => $"{site.Value}.json.gz";

    /// <summary>No site is called so.</summary>
    private static string Name(string part) => $"_figures/{part}";

    private async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var opened = await container.OpenAsync(name, cancellationToken);
        if (opened is null)
        {
            return null;
        }

        var content = new byte[opened.Facts.Length];
        await opened.Content.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    private async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        await container.PutAsync(name, BinaryData.FromBytes(content).ToStream(), cancellationToken);
}
