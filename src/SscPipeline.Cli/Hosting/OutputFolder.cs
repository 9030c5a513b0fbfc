using SscPipeline.Workflows.Sites;

namespace SscPipeline.Cli.Hosting;

/// <summary>Copies what was published, with the same paths, and the current data.</summary>
internal static class OutputFolder
{
    public static async Task WriteAsync(StudyFiles files, string folder, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        await foreach (var (path, content) in files.PublishedAsync(cancellationToken))
        {
            await WriteAsync(root, path, content, cancellationToken);
        }

        foreach (var file in await files.CurrentDataAsync(cancellationToken))
        {
            await WriteAsync(root, file.Path, file.Content, cancellationToken);
        }
    }

    /// <param name="root">A full path with a separator at its end.</param>
    public static async Task WriteAsync(string root, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(Path.Combine(root, path));
        if (!target.StartsWith(root, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("A stored path leads out of the output folder.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await File.WriteAllBytesAsync(target, content, cancellationToken);
    }
}
