using SscPipeline.Validation;

namespace SscPipeline.Workflows.Checking;

/// <param name="IsReadable">The file could be opened as a workbook, whatever is in it.</param>
internal sealed record OpenedDocument(DocumentReading Reading, bool IsReadable);
