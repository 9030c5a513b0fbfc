using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Guides;

/// <summary>The words of the template in one language (template_texts.csv).</summary>
internal sealed class TemplateTexts(CsvTable texts, Language language)
{
    private readonly ILookup<(string Kind, string Key), string> byKey =
        texts.Lines.ToLookup(line => (line["kind"], line["key"]), line => line[LanguageCode.Of(language)]);

    /// <summary>The paragraphs of the instructions with their kinds, in order.</summary>
    public ImmutableArray<(string Kind, string Text)> Notes { get; } =
        [.. texts.Lines.Where(line => line["kind"] == "note").Select(line => (line["key"], line[LanguageCode.Of(language)]))];

    /// <summary>Empty when there is none.</summary>
    public string Hint(string variable) => byKey[("hint", variable)].FirstOrDefault("");

    /// <summary>A text with its placeholders filled.</summary>
    /// <exception cref="InvalidOperationException">There is no such text.</exception>
    public string Of(string kind, string key, params ReadOnlySpan<(string Name, string Value)> details)
    {
        var text = byKey[(kind, key)].FirstOrDefault() ?? throw new InvalidOperationException($"template_texts.csv has no {kind} '{key}'.");
        foreach (var (name, value) in details)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
