using SscPipeline.Domain;
using SscPipeline.Reporting.Guides;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Guides;

/// <summary>Dictionary and catalogue, for people and for programs.</summary>
public sealed class DictionaryPages
{
    private readonly DocumentChecker checker;

    internal DictionaryPages(DocumentChecker checker) => this.checker = checker;

    /// <returns>UTF-8 without a byte order mark.</returns>
    public byte[] Write(DictionaryFormat format, Language language)
    {
        var guide = checker.DictionaryGuide(language);
        return format switch
        {
            DictionaryFormat.Markdown => DictionaryMarkdown.Write(guide),
            DictionaryFormat.Json => DictionaryJson.Write(guide),
            DictionaryFormat.Html => DictionaryHtml.Write(guide),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }
}

public enum DictionaryFormat
{
    Markdown,
    Json,
    Html,
}
