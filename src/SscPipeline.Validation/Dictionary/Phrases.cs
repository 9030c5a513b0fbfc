using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;

namespace SscPipeline.Validation.Dictionary;

/// <summary>Words that stand inside messages (phrases.csv): the English form, which is also the name of the phrase, and the Chinese one.</summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<string, string> chinese;
    private readonly Lazy<ImmutableArray<Pattern>> patterns;

    public Phrases(CsvTable phrases)
    {
        chinese = phrases.Lines.ToFrozenDictionary(line => line["en"], line => line["zh"], StringComparer.Ordinal);
        patterns = new(() => [
            .. phrases.Lines
                .Where(line => line["en"].Contains('{', StringComparison.Ordinal) && line["en"][0] != ' ')
                .OrderByDescending(line => Template.Bare(line["en"]).Length)
                .Select(line => new Pattern(line["en"], Template.ToRegex(line["en"]), line.List("phrases")))]);
    }

    /// <summary>A phrase that the catalogue lacks is said in English.</summary>
    public string In(Language language, string english) =>
        language == Language.English ? english : chinese.GetValueOrDefault(english, english);

    public bool Knows(string english) => chinese.ContainsKey(english);

    /// <summary>What another room said in English, such as why a file cannot be opened: the phrase and its parts. Any other text stays as
    /// it is.</summary>
    public IssueDetail Recognise(string key, string text)
    {
        if (Knows(text))
        {
            return IssueDetail.Phrase(key, text);
        }

        foreach (var pattern in patterns.Value)
        {
            if (pattern.Expression.Match(text) is { Success: true } match)
            {
                return IssueDetail.Phrase(key, pattern.English, [
                    .. match.Groups.Values
                        .Where(group => !char.IsAsciiDigit(group.Name[0]))
                        .Select(group => pattern.Phrases.Contains(group.Name) ? Recognise(group.Name, group.Value) : (group.Name, group.Value))]);
            }
        }

        return (key, text);
    }

    /// <param name="Phrases">Those of its parts that are phrases themselves; all others are never translated.</param>
    private sealed record Pattern(string English, Regex Expression, ImmutableArray<string> Phrases);
}
