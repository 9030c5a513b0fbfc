using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Extracts;

internal sealed class ExtractStore(IBlobContainer container) : IExtractStore
{
    /// <summary>No site is called so.</summary>
    private const string Figures = "_figures/";

    public async Task<byte[]?> ReadAsync(SiteCode site, CancellationToken cancellationToken) => (await ReadAsync(Name(site), cancellationToken))?.Content;

    public Task WriteAsync(SiteCode site, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(Name(site), content, cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> ListFiguresAsync(CancellationToken cancellationToken) =>
        await container.ListAsync(Figures, cancellationToken).ToDictionaryAsync(blob => blob.Name[Figures.Length..], blob => blob.ETag, cancellationToken: cancellationToken);

    public Task<FigurePart?> ReadFiguresAsync(string part, CancellationToken cancellationToken) => ReadAsync(Figures + part, cancellationToken);

    public async Task<string> WriteFiguresAsync(string part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        (await WriteAsync(Figures + part, content, cancellationToken)).ETag;

    private static string Name(SiteCode site) => $"{site.Value}.json.gz";

    private async Task<FigurePart?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var opened = await container.OpenAsync(name, cancellationToken);
        if (opened is null)
        {
            return null;
        }

        var content = new byte[opened.Facts.Length];
        await opened.Content.ReadExactlyAsync(content, cancellationToken);
        return new FigurePart(opened.Facts.ETag, content);
    }

    private Task<WrittenBlob> WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        container.PutAsync(name, BinaryData.FromBytes(content).ToStream(), cancellationToken);
}
