using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SscPipeline.Reporting.Export;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Diagnosing;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Cli.Output;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(List<SubmissionOverview>))]
[JsonSerializable(typeof(PublishResult))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(ImmutableArray<ReportStatus>))]
[JsonSerializable(typeof(ImmutableArray<ExportedDataset>))]
[JsonSerializable(typeof(List<PublishedFigure>))]
[JsonSerializable(typeof(List<ReplayResult>))]
[JsonSerializable(typeof(List<RebuiltExtract>))]
[JsonSerializable(typeof(List<Poisoned>))]
[JsonSerializable(typeof(List<RequeueResult>))]
[JsonSerializable(typeof(PoisonDetail))]
[JsonSerializable(typeof(List<Diagnosis>))]
[JsonSerializable(typeof(NewSiteKey))]
internal sealed partial class CliJson : JsonSerializerContext;
