using System.Collections.Immutable;

namespace SscPipeline.Domain.Checking;

/// <summary>What stands for one placeholder of a message. Words in it are named, not written, so that every language can say them.</summary>
/// <param name="Key">The name of the placeholder.</param>
/// <param name="Value">As <paramref name="Kind"/> says: what the site wrote, a variable, or the English form of a phrase.</param>
public sealed record IssueDetail(string Key, string Value, DetailKind Kind = DetailKind.Text)
{
    /// <summary>For the placeholders of a phrase, by their keys; or what a list joins, in its order.</summary>
    public ImmutableArray<IssueDetail> Parts { get; init; } = [];

    /// <summary>A text that is the same in all languages.</summary>
    public static implicit operator IssueDetail((string Key, string Value) text) => FromValueTuple(text);

    public static IssueDetail FromValueTuple((string Key, string Value) text) => new(text.Key, text.Value);

    /// <param name="english">A phrase of the catalogue, with its placeholders.</param>
    public static IssueDetail Phrase(string key, string english, params IssueDetail[] parts) => new(key, english, DetailKind.Phrase) { Parts = [.. parts] };

    /// <summary>The label of a variable.</summary>
    public static IssueDetail OfVariable(string key, string variable) => new(key, variable, DetailKind.Variable);

    public static IssueDetail Joined(string key, DetailKind kind, IEnumerable<IssueDetail> parts) => new(key, "", kind) { Parts = [.. parts] };

    public override string ToString() => $"{Key}={Value}({string.Join(',', Parts)})";
}

public enum DetailKind
{
    /// <summary>The same in all languages: a number, a code, what the site wrote.</summary>
    Text,

    /// <summary>The name of a variable, shown as its label.</summary>
    Variable,

    /// <summary>A phrase of the catalogue, in English, with placeholders of its own.</summary>
    Phrase,

    /// <summary>One of the parts: "a or b".</summary>
    Either,

    /// <summary>All of the parts: "a, b".</summary>
    List,

    /// <summary>Whole sentences, one after the other.</summary>
    Sentences,
}
