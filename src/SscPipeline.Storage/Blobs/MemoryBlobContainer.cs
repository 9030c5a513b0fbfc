using System.Globalization;

namespace SscPipeline.Storage.Blobs;

/// <summary>A container as the service keeps it, in this process only.</summary>
internal sealed class MemoryBlobContainer(TimeProvider time) : IBlobContainer
{
    private readonly Lock alone = new();
    private readonly SortedDictionary<string, (StoredBlob Facts, byte[] Content)> blobs = new(StringComparer.Ordinal);
    private long version;

    public async Task<bool> TryAddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var bytes = await ReadAsync(content, cancellationToken);
        lock (alone)
        {
            var isNew = !blobs.ContainsKey(name);
            if (isNew)
            {
                Put(name, bytes);
            }

            return isNew;
        }
    }

    public async Task<WrittenBlob> PutAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var bytes = await ReadAsync(content, cancellationToken);
        lock (alone)
        {
            return Put(name, bytes);
        }
    }

    public Task<bool> CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            var isThere = blobs.TryGetValue(from, out var blob);
            if (isThere)
            {
                Put(to, blob.Content);
            }

            return Task.FromResult(isThere);
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            blobs.Remove(name);
        }

        return Task.CompletedTask;
    }

    public Task<OpenedBlob?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            return Task.FromResult(blobs.TryGetValue(name, out var blob)
                ? new OpenedBlob(blob.Facts, new MemoryStream(blob.Content, writable: false))
                : null);
        }
    }

    public Task<BinaryData?> ReadBeginningAsync(string name, int length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            return Task.FromResult(blobs.TryGetValue(name, out var blob) ? BinaryData.FromBytes(blob.Content[..Math.Min(length, blob.Content.Length)]) : null);
        }
    }

    public Task<StoredBlob?> FindAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (alone)
        {
            return Task.FromResult(blobs.TryGetValue(name, out var blob) ? blob.Facts : null);
        }
    }

    public async IAsyncEnumerable<StoredBlob> ListAsync(
        string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var facts in Copy(prefix))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return facts;
        }
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }

    private StoredBlob[] Copy(string prefix)
    {
        lock (alone)
        {
            return [.. blobs.Values.Select(blob => blob.Facts).Where(facts => facts.Name.StartsWith(prefix, StringComparison.Ordinal))];
        }
    }

    private WrittenBlob Put(string name, byte[] content)
    {
        var now = time.GetUtcNow();
        var second = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var written = new WrittenBlob(second, string.Create(CultureInfo.InvariantCulture, $"\"{++version}\""));
        blobs[name] = (new StoredBlob(name, written.LastModified, written.ETag, content.Length), content);
        return written;
    }
}
