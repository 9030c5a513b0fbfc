using System.Collections.Immutable;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Storage.Reports;

namespace SscPipeline.Workflows.Delivering;

/// <summary>A report as it is sent: the files of one audience's folder, and nothing from anywhere else.</summary>
/// <param name="Path">Of the folder in <c>reports</c>: <c>public/20260302T060000Z/</c>.</param>
internal sealed record ReportParcel(string Path, Summary Summary, ImmutableArray<ReportFile> Files);
