using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Checking;

/// <param name="Workbook">Null when the file could not be opened as a workbook.</param>
internal sealed record OpenedDocument(DocumentReading Reading, Workbook? Workbook, FileBudget Budget)
{
    /// <summary>The file could be opened as a workbook, whatever is in it.</summary>
    public bool IsReadable => Workbook is not null;
}
