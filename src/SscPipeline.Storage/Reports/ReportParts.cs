namespace SscPipeline.Storage.Reports;

/// <summary>A report that is still being made.</summary>
/// <param name="Others">All files but <c>summary.json</c>, data before the page that shows them.</param>
/// <param name="Summary">What <c>summary.json</c> is to hold, to be read once.</param>
public sealed record ReportParts(IReadOnlyList<Task<IReadOnlyList<ReportFile>>> Others, Stream Summary);
