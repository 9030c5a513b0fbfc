using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using SscPipeline.Functions;
using SscPipeline.LocalHost.Binding;
using SscPipeline.Reporting.Tests;
using SscPipeline.Workflows.Api;

namespace SscPipeline.LocalHost.Tests.Http;

public sealed class OpenApiTests
{
    private static readonly JsonNode Document = JsonNode.Parse(ApiPages.OpenApi().Content.Span)!;

    private static readonly List<(FunctionDefinition Function, HttpTriggerAttribute Trigger)> Functions =
        [.. FunctionCatalogue.Of(typeof(IngestSubmissionFunction).Assembly.GetTypes()).Where(function => function.Trigger is HttpTriggerAttribute).Select(function => (function, (HttpTriggerAttribute)function.Trigger))];

    private static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key, operation.Value!.AsObject());

    [Fact]
    public void Every_HTTP_function_is_described_and_every_description_is_of_one() => Assert.Equal(
        Functions.SelectMany(one => one.Trigger.Methods!.Select(method => $"{one.Function.Name}: {method} /api/{one.Trigger.Route}")).Order(StringComparer.Ordinal),
        Operations.Select(one => $"{one.Operation["operationId"]}: {one.Method} {one.Path}").Order(StringComparer.Ordinal));

    [Fact]
    public void What_opens_an_address_is_described_as_the_function_asks_for_it() => Assert.All(Operations, one =>
    {
        var level = Functions.Single(function => function.Function.Name == one.Operation["operationId"]!.GetValue<string>()).Trigger.AuthLevel;
        var schemes = one.Operation["security"]!.AsArray().SelectMany(choice => choice!.AsObject().Select(scheme => scheme.Key)).ToList();
        Assert.Equal(level == AuthorizationLevel.Function, schemes.Contains("functionKey"));
        Assert.Equal(one.Path.StartsWith("/api/sites/", StringComparison.Ordinal), schemes.Contains("siteKey"));
    });

    [Fact]
    public void Path_parameters_are_those_of_the_address() => Assert.All(Operations, one => Assert.Equal(
        one.Path.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal),
        (one.Operation["parameters"]?.AsArray() ?? []).Select(parameter => Resolve(parameter!)).Where(parameter => parameter["in"]!.GetValue<string>() == "path")
            .Select(parameter => parameter["name"]!.GetValue<string>()).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = Nodes(Document).OfType<JsonObject>().Where(node => node["$ref"] is JsonValue).ToList();

        Assert.True(references.Count > 100);
        Assert.All(references, reference => Assert.NotNull(Resolve(reference)));
    }

    [Fact]
    public void Examples_of_receipts_fit_the_schema_of_receipts()
    {
        var examples = Nodes(Document["paths"]!).OfType<JsonObject>()
            .Where(node => node["schema"]?["$ref"]?.GetValue<string>() == "#/components/schemas/Receipt").Select(node => node["example"]!).ToList();

        Assert.Equal(3, examples.Count);
        Assert.All(examples, example => Assert.Equal([], SchemaCheck.Faults("receipt.schema.json", System.Text.Encoding.UTF8.GetBytes(example.ToJsonString()))));
    }

    [Fact]
    public void Every_other_example_has_the_members_that_its_schema_asks_for()
    {
        var examples = Nodes(Document).OfType<JsonObject>().Where(node => node["example"] is not null && node["schema"] is not null).ToList();

        Assert.True(examples.Count >= 8);
        Assert.All(examples, media =>
        {
            var schema = Resolve(media["schema"]!);
            var (one, described) = schema["items"] is { } items ? (media["example"]![0]!, Resolve(items)) : (media["example"]!, schema);
            Assert.Subset(described["properties"]!.AsObject().Select(member => member.Key).ToHashSet(), one.AsObject().Select(member => member.Key).ToHashSet());
            Assert.All((described["required"]?.AsArray() ?? []), member => Assert.True(one.AsObject().ContainsKey(member!.GetValue<string>())));
        });
    }

    private static JsonNode Resolve(JsonNode node) => node["$ref"] is not JsonValue reference
        ? node
        : reference.GetValue<string>().Split('/').Skip(1).Aggregate(Document, (at, name) => at[name] ?? throw new KeyNotFoundException(reference.GetValue<string>()));

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        null => [],
        JsonObject members => [node, .. members.SelectMany(member => Nodes(member.Value))],
        JsonArray items => [node, .. items.SelectMany(Nodes)],
        _ => [node],
    };
}
