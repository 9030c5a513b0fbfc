using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SscPipeline.Reporting.Summaries;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Cli.Output;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(List<SubmissionOverview>))]
[JsonSerializable(typeof(PublishResult))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(ImmutableArray<ReportStatus>))]
[JsonSerializable(typeof(List<PublishedFigure>))]
internal sealed partial class CliJson : JsonSerializerContext;
