using System.Collections.Immutable;

namespace SscPipeline.Reporting.Export;

/// <summary>The files of an export and what is in them.</summary>
public sealed record DataExport(ImmutableArray<ExportedDataset> Datasets, ImmutableArray<ReportFile> Files);
