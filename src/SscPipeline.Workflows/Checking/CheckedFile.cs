using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Checking;

/// <summary>A file at hand after all checks.</summary>
/// <param name="Excerpts">For whoever has the file: cells around an issue.</param>
/// <param name="Guide">What explains the receipt.</param>
public sealed record CheckedFile(Receipt Receipt, SheetExcerpts Excerpts, ReceiptGuide Guide);
