using System.Collections.Immutable;

namespace SscPipeline.Reporting;

/// <summary>A report that is being made.</summary>
/// <param name="Parts">In the order in which they are to be stored: tables, then the page that shows them.</param>
/// <param name="Summary">The bytes of <c>summary.json</c>, to be read once; what is not there yet is waited for.</param>
public sealed record StartedReport(ImmutableArray<Task<ImmutableArray<ReportFile>>> Parts, Stream Summary);
