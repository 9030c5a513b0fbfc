using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Checking;

/// <summary>A document that has been read. Its cells are needed again only by annotated copy and excerpts, so they may go in between; if they have gone,
/// the file is read once more.</summary>
internal sealed class OpenedDocument(DocumentReading reading, Workbook? workbook, FileBudget budget, Func<Stream> open, Func<Workbook?> readAgain)
{
    private readonly WeakReference<Workbook?> fleeting = new(workbook);
    private Workbook? kept;

    public DocumentReading Reading { get; } = reading;

    public FileBudget Budget { get; } = budget;

    /// <summary>The file could be opened as a workbook, whatever is in it.</summary>
    public bool IsReadable { get; } = workbook is not null;

    /// <summary>Kept from the first time on that somebody asks for it; null when the file could not be opened as a workbook.</summary>
    public Workbook? Workbook => !IsReadable ? null : kept ??= fleeting.TryGetTarget(out var still) ? still : readAgain();

    /// <summary>The bytes of the file.</summary>
    public Stream Open() => open();
}
