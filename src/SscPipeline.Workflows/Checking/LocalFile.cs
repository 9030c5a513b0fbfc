namespace SscPipeline.Workflows.Checking;

/// <summary>A file at hand. It is opened more than once and need not lie in memory.</summary>
/// <param name="document">The name under which the site would send it.</param>
/// <param name="open">Gives a stream that can seek.</param>
public sealed class LocalFile(string document, Func<Stream> open)
{
    public LocalFile(string document, byte[] content)
        : this(document, () => DocumentVerdicts.Lend(content))
    {
    }

    public string Document { get; } = document;

    internal Func<Stream> Open { get; } = open;
}
