using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting;

/// <summary>How contracts are written: camelCase, nulls as null, numbers in full, names of enums, line feeds on every system.</summary>
internal static class ContractJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            WriteIndented = true,
            NewLine = "\n",
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WriteNoCellAsEmpty } },
        };
        options.Converters.Add(new JsonStringEnumConverter<ResponseCategory>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    private static void WriteNoCellAsEmpty(JsonTypeInfo type)
    {
        if (type.Type == typeof(ReceiptIssue))
        {
            type.Properties.Single(property => property.Name == "cell").CustomConverter = new EmptyForNull();
        }
    }

    /// <summary>Issues about a file have an empty cell, not a null one.</summary>
    private sealed class EmptyForNull : JsonConverter<string?>
    {
        public override bool HandleNull => true;

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: > 0 } text ? text : null;

        public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value ?? "");
    }
}
