namespace SscPipeline.Reporting.Export;

/// <summary>One dataset that was written.</summary>
public sealed record ExportedDataset(string Name, string File, string Label, int Rows, int Subjects);
