using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SscPipeline.Reporting.Tests;

/// <summary>Checks a document against the keywords of JSON Schema 2020-12 that this product's schemas use; any other keyword throws.
/// Stricter than the standard in one point: a member that the schema does not describe is a fault.</summary>
internal sealed class SchemaCheck
{
    private readonly JsonNode root;
    private readonly List<string> faults = [];

    private SchemaCheck(JsonNode root) => this.root = root;

    public static IReadOnlyList<string> Faults(string schemaName, ReadOnlySpan<byte> json)
    {
        using var stream = typeof(ReportWriter).Assembly.GetManifestResourceStream(schemaName) ?? throw new FileNotFoundException(schemaName);
        var root = JsonNode.Parse(stream)!;
        var check = new SchemaCheck(root);
        check.Check(root.AsObject(), JsonNode.Parse(json), "$");
        return check.faults;
    }

    private void Check(JsonObject schema, JsonNode? value, string at)
    {
        if (schema.TryGetPropertyValue("$ref", out var reference))
        {
            Check(root["$defs"]![reference!.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, at);
            return;
        }

        foreach (var (keyword, rule) in schema)
        {
            if (!Holds(keyword, rule!, schema, value, at))
            {
                faults.Add($"{at}: {keyword} does not hold for {value?.ToJsonString() ?? "null"}");
            }
        }
    }

    private bool Holds(string keyword, JsonNode rule, JsonObject schema, JsonNode? value, string at) => keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" or "properties" => true,
        "type" => rule is JsonArray types ? types.Any(type => IsType(type!.GetValue<string>(), value)) : IsType(rule.GetValue<string>(), value),
        "const" => JsonNode.DeepEquals(rule, value),
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "pattern" => value is null || Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>(), RegexOptions.CultureInvariant),
        "format" => value is null || DateTimeOffset.TryParse(value.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture, out _),
        "minimum" => value is null || value.GetValue<double>() >= rule.GetValue<double>(),
        "minItems" => value is not JsonArray few || few.Count >= rule.GetValue<int>(),
        "maxItems" => value is not JsonArray many || many.Count <= rule.GetValue<int>(),
        "items" => All(value is JsonArray items ? items : [], (item, index) => Check(rule.AsObject(), item, $"{at}[{index}]")),
        "anyOf" => rule.AsArray().Any(option => new SchemaCheck(root).Accepts(option!.AsObject(), value)),
        "required" => value is null || rule.AsArray().All(member => value.AsObject().ContainsKey(member!.GetValue<string>())),
        "additionalProperties" => true,
        _ => throw new NotSupportedException($"The keyword {keyword} is not known here."),
    } && (keyword != "type" || value is not JsonObject members || Members(schema, members, at));

    private bool Accepts(JsonObject schema, JsonNode? value)
    {
        Check(schema, value, "$");
        return faults.Count == 0;
    }

    private bool Members(JsonObject schema, JsonObject members, string at) => All(members, (member, _) =>
    {
        if ((schema["properties"]?[member.Key] ?? schema["additionalProperties"]) is JsonObject described)
        {
            Check(described, member.Value, $"{at}.{member.Key}");
        }
        else
        {
            faults.Add($"{at}.{member.Key} is not described");
        }
    });

    private static bool All<T>(IEnumerable<T> parts, Action<T, int> check)
    {
        foreach (var (index, part) in parts.Index().ToList())
        {
            check(part, index);
        }

        return true;
    }

    private static bool IsType(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("null", null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => double.IsInteger(value!.GetValue<double>()),
        _ => false,
    };
}
