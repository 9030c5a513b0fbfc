using SscPipeline.Cli.Commands;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Cli.Hosting;

/// <summary>A folder of site folders: <c>{folder}/{site}/**</c> is what would lie in the inbox.</summary>
internal sealed class InboxFolder
{
    private readonly string root;

    private InboxFolder(string root, IReadOnlyList<string> files) => (this.root, Files) = (root, files);

    /// <summary>Paths below the folder, with <c>/</c>, in the order of their names.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <exception cref="CommandException">There is no such folder, or no file in it.</exception>
    public static InboxFolder Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder {Path.GetFullPath(folder)}.");
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0
            ? new InboxFolder(folder, files)
            : throw new CommandException($"{Path.GetFullPath(folder)} holds no files. Put each site's files into a folder of its own: {folder}/site-a/visits.xlsx.");
    }

    public async Task DropAsync(SubmissionDesk desk, CancellationToken cancellationToken)
    {
        foreach (var file in Files)
        {
            await using var content = File.OpenRead(Path.Combine(root, file));
            await desk.DropAsync(file, content, cancellationToken);
        }
    }
}
