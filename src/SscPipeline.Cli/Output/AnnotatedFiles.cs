using SscPipeline.Cli.Commands;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Cli.Output;

/// <summary>Puts annotated copies into a folder: <c>visits.xlsx</c> becomes <c>visits.annotated.xlsx</c>.</summary>
internal static class AnnotatedFiles
{
    /// <param name="originals">All files of the command; where two differ in nothing but their extension, the copy's name keeps it.</param>
    public static void Write(DirectoryInfo folder, IReadOnlyList<FileInfo> originals, int at, AnnotatedFile copy)
    {
        var stem = Stem(originals[at]);
        var isAlone = originals.Count(other => string.Equals(Stem(other), stem, StringComparison.OrdinalIgnoreCase)) == 1;
        var target = Path.Combine(folder.FullName, $"{(isAlone ? stem : originals[at].Name)}.{copy.Name}");
        try
        {
            folder.Create();
            File.WriteAllBytes(target, copy.Content.ToArray());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{target} cannot be written: {exception.Message}");
        }
    }

    private static string Stem(FileInfo file) => Path.GetFileNameWithoutExtension(file.Name);
}
