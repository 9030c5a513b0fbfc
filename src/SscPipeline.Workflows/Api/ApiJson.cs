using System.Text.Json.Serialization;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Workflows.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(List<SubmissionOverview>))]
internal sealed partial class ApiJson : JsonSerializerContext;
