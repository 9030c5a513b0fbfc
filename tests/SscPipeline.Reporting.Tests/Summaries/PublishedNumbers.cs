using System.Globalization;
using System.Text.Json.Nodes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

/// <summary>A summary as paths and values: <c>skinClasses|overall|6.decrease5.k</c>. What a row is about stands in its path, not among the values.</summary>
internal static class PublishedNumbers
{
    private static readonly string[] About = ["scope", "site", "subject", "month", "basis", "variable", "group", "level", "check"];

    public static Dictionary<string, JsonNode?> Of(Summary summary, params ReadOnlySpan<string> blocks)
    {
        var all = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        var root = JsonNode.Parse(SummaryJson.Write(summary))!;
        foreach (var block in blocks)
        {
            Add(all, block, block.Split('.').Aggregate((JsonNode?)root, (node, member) => node?[member]));
        }

        return all;
    }

    private static void Add(Dictionary<string, JsonNode?> all, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonArray { Count: 0 }:
                break;
            case JsonArray numbers when numbers[0] is JsonValue:
                foreach (var (index, number) in numbers.Index())
                {
                    all.Add($"{path}.{index}", number);
                }

                break;
            case JsonArray rows:
                foreach (var row in rows.OfType<JsonObject>())
                {
                    Members(all, path, row);
                }

                break;
            case JsonObject one:
                Members(all, path, one);
                break;
            default:
                all.Add(path, node);
                break;
        }
    }

    private static void Members(Dictionary<string, JsonNode?> all, string path, JsonObject row)
    {
        // "measures" hold the variable one level above the rows.
        var here = string.Concat(About.Where(row.ContainsKey).Select(about => $"|{Convert.ToString(row[about]?.GetValue<object>(), CultureInfo.InvariantCulture)}"));
        foreach (var (name, value) in row.Where(member => !About.Contains(member.Key)))
        {
            Add(all, $"{path}{here}.{name}", value);
        }
    }
}
