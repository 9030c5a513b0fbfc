namespace SscPipeline.Reporting;

/// <summary>One file of a report.</summary>
/// <param name="Path">Relative, with forward slashes: <c>tables/mrss_total.csv</c>.</param>
public sealed record ReportFile(string Path, string ContentType, ReadOnlyMemory<byte> Content);
