using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Blobs;

namespace SscPipeline.Storage.Mappings;

internal sealed class MappingStore(IBlobContainer container) : IMappingStore
{
    public async Task<string?> ReadAsync(SiteCode site, CancellationToken cancellationToken)
    {
        await using var opened = await container.OpenAsync(Name(site), cancellationToken);
        if (opened is null)
        {
            return null;
        }

        using var reader = new StreamReader(opened.Content, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    public Task WriteAsync(SiteCode site, string csv, CancellationToken cancellationToken) =>
        container.PutAsync(Name(site), new MemoryStream(Encoding.UTF8.GetBytes(csv), writable: false), cancellationToken);

    private static string Name(SiteCode site) => $"{site.Value}.csv";
}
