using System.Text.Json;
using System.Text.Json.Serialization;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Writes enum members as <c>camelCase</c> names.</summary>
internal sealed class CamelCaseNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
