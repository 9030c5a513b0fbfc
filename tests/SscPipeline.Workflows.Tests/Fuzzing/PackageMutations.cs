using System.IO.Compression;

namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>Damage inside a zip container: parts are unpacked, damaged and packed again, so that the damage reaches who reads them.</summary>
internal static class PackageMutations
{
    public static byte[] OfParts(byte[] content, Random random)
    {
        if (TryRead(content) is not { Count: > 0 } parts)
        {
            return ByteMutations.Some(content, random);
        }

        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var at = random.Next(parts.Count);
            var (name, part) = parts[at];
            switch (random.Next(12))
            {
                case 0 when parts.Count > 1:
                    parts.RemoveAt(at);
                    break;
                case 1:
                    parts.Insert(random.Next(parts.Count), (name, parts[random.Next(parts.Count)].Content));
                    break;
                case 2:
                    parts[at] = (parts[random.Next(parts.Count)].Name, part);
                    break;
                default:
                    parts[at] = (name, Damage(name, part, random));
                    break;
            }
        }

        return Write(parts);
    }

    private static byte[] Damage(string name, byte[] part, Random random) =>
        part.Length < 16 ? part
        : name.EndsWith(".bin", StringComparison.Ordinal) || random.Next(5) == 0 ? ByteMutations.Some(part, random)
        : TextMutations.OfMarkup(part, random);

    /// <summary>Null for a container that is damaged already.</summary>
    private static List<(string Name, byte[] Content)>? TryRead(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            return [.. zip.Entries.Select(entry =>
            {
                using var part = entry.Open();
                using var bytes = new MemoryStream();
                part.CopyTo(bytes);
                return (entry.FullName, bytes.ToArray());
            })];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Write(List<(string Name, byte[] Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
