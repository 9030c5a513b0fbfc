using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Guides;

/// <summary>What is known of one entry; what is empty is left out.</summary>
internal static class GuideFacts
{
    public static Markup Of(IEnumerable<(string Name, Markup Value)> facts) => Markup.Of(
        $"<ul>{facts.Where(fact => fact.Value.Html.Length > 0).Select(fact => Markup.Of($"<li><strong>{fact.Name}:</strong> {fact.Value}</li>\n"))}</ul>");
}
