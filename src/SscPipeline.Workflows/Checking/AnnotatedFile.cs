namespace SscPipeline.Workflows.Checking;

/// <param name="Name"><c>annotated.xlsx</c>, or another extension when the sender's workbook is of another kind, such as one with macros.</param>
public sealed record AnnotatedFile(string Name, MemoryStream Content);
