using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Guides;

/// <summary>Sources as links, where they are a DOI or a number of PubMed; several are separated by semicolons.</summary>
internal static class SourceLinks
{
    public static Markup Of(string source) =>
        Markup.Join(source.Split("; ").Select((part, at) => Markup.Of($"{(at > 0 ? "; " : "")}{Link(part)}")));

    private static Markup Link(string part) => part switch
    {
        _ when part.StartsWith("doi:", StringComparison.Ordinal) => Markup.Of($"<a href=\"https://doi.org/{part["doi:".Length..]}\">{part}</a>"),
        _ when part.StartsWith("PMID ", StringComparison.Ordinal) => Markup.Of($"<a href=\"https://pubmed.ncbi.nlm.nih.gov/{part["PMID ".Length..]}/\">{part}</a>"),
        _ => Markup.Of($"{part}"),
    };
}
