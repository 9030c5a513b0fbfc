namespace SscPipeline.Storage.Reports;

/// <param name="Path">Within the report: <c>summary.json</c>, <c>tables/mrss.csv</c>.</param>
public sealed record ReportFile(string Path, ReadOnlyMemory<byte> Content);
