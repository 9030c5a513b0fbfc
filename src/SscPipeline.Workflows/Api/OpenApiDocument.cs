using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SscPipeline.Reporting;

namespace SscPipeline.Workflows.Api;

/// <summary>The description of the HTTP functions (<c>openapi.json</c>), with the schemas of receipt and summary as they are.</summary>
internal static class OpenApiDocument
{
    private const string Definitions = "#/$defs/";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly Lazy<byte[]> Made = new(Make);

    public static ReadOnlyMemory<byte> Content => Made.Value;

    private static byte[] Make()
    {
        var document = Read(typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json"));
        var schemas = document["components"]!["schemas"]!.AsObject();
        schemas["Receipt"] = Schema("receipt.schema.json", "Receipt");
        schemas["Summary"] = Schema("summary.schema.json", "Summary");
        return JsonSerializer.SerializeToUtf8Bytes(document, Written);
    }

    private static JsonObject Schema(string resource, string name)
    {
        var schema = Read(typeof(ReportWriter).Assembly.GetManifestResourceStream(resource)).AsObject();
        schema.Remove("$schema");
        schema.Remove("$id");
        Rebase(schema, $"#/components/schemas/{name}/$defs/");
        return schema;
    }

    /// <summary>A reference inside a schema starts at the top of the document that holds it.</summary>
    private static void Rebase(JsonNode? node, string definitions)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Rebase(item, definitions);
            }
        }
        else if (node is JsonObject members)
        {
            if (members["$ref"] is JsonValue reference && reference.GetValue<string>() is var target && target.StartsWith(Definitions, StringComparison.Ordinal))
            {
                members["$ref"] = definitions + target[Definitions.Length..];
            }

            foreach (var (_, member) in members)
            {
                Rebase(member, definitions);
            }
        }
    }

    private static JsonNode Read(Stream? resource)
    {
        using var stream = resource ?? throw new InvalidOperationException("A description that should be embedded is not.");
        return JsonNode.Parse(stream)!;
    }
}
