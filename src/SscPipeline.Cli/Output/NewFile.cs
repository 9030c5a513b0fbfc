using SscPipeline.Cli.Commands;

namespace SscPipeline.Cli.Output;

/// <summary>One file that a command was asked to write; the folder is made if need be.</summary>
internal static class NewFile
{
    /// <exception cref="CommandException">There is a file of this name already, or it cannot be written.</exception>
    public static void Write(FileInfo target, byte[] content) => Write(target, content, FileMode.CreateNew);

    /// <exception cref="CommandException">It cannot be written.</exception>
    public static void Replace(FileInfo target, byte[] content) => Write(target, content, FileMode.Create);

    private static void Write(FileInfo target, byte[] content, FileMode mode)
    {
        try
        {
            target.Directory?.Create();
            using var file = new FileStream(target.FullName, mode, FileAccess.Write);
            file.Write(content);
        }
        catch (IOException) when (mode == FileMode.CreateNew && target.Exists)
        {
            throw new CommandException($"{target.FullName} exists already, and may be filled in. Name another file, or delete this one first.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{target.FullName} cannot be written: {exception.Message}");
        }
    }
}
