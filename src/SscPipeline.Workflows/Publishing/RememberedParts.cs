using System.Collections.Immutable;

namespace SscPipeline.Workflows.Publishing;

/// <summary>What this process itself read or wrote of the kept records, by the ETag that storage gave it: while that is the same, the bytes are not fetched and read again.</summary>
/// <remarks>Storage is always asked what it has, so other processes may write there and bytes may be removed.</remarks>
/// <param name="mostBytes">Of all parts together; those that come later are fetched each time. Read, they take up to twice as much.</param>
internal sealed class RememberedParts(long mostBytes = RememberedParts.MostBytes)
{
    /// <summary>Enough for 50,000 subjects at eight visits each.</summary>
    private const long MostBytes = 64 << 20;

    private readonly Lock alone = new();
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);
    private long bytes;

    /// <returns>Null when this is not remembered.</returns>
    public ImmutableArray<SiteRecord>? Find(string name, string etag)
    {
        Part? part;
        lock (alone)
        {
            part = parts.GetValueOrDefault(name);
        }

        return part?.ETag == etag ? part.Records.Value : null;
    }

    /// <param name="records">Asked when they are wanted first, and only then.</param>
    public void Add(string name, string etag, int length, Lazy<ImmutableArray<SiteRecord>> records)
    {
        lock (alone)
        {
            Remove(name);
            if (bytes + length <= mostBytes)
            {
                parts.Add(name, new Part(etag, length, records));
                bytes += length;
            }
        }
    }

    /// <summary>Forgets what storage no longer has as it was.</summary>
    /// <param name="there">The ETags of all parts that there are.</param>
    public void ForgetOthers(IReadOnlyDictionary<string, string> there)
    {
        lock (alone)
        {
            foreach (var (name, part) in parts)
            {
                if (there.GetValueOrDefault(name) != part.ETag)
                {
                    Remove(name);
                }
            }
        }
    }

    private void Remove(string name)
    {
        if (parts.Remove(name, out var part))
        {
            bytes -= part.Length;
        }
    }

    private sealed record Part(string ETag, int Length, Lazy<ImmutableArray<SiteRecord>> Records);
}
