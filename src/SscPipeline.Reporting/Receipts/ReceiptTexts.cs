using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Receipts;

/// <summary>The words around a receipt's content in one language (receipt_texts.csv), the same on the page and in a terminal.</summary>
public sealed partial class ReceiptTexts
{
    private static readonly Lazy<FrozenDictionary<Language, ReceiptTexts>> All = new(
        () => TextTable.Read("receipt_texts.csv").ToFrozenDictionary(texts => texts.Key, texts => new ReceiptTexts(texts.Value)));

    private readonly FrozenDictionary<string, string> byKey;

    private ReceiptTexts(FrozenDictionary<string, string> byKey) => this.byKey = byKey;

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] => byKey[key];

    public static ReceiptTexts In(Language language) => All.Value[language];

    /// <summary>Those that begin so, with their placeholders, by key.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Starting(params string[] beginnings) =>
        byKey.Where(text => beginnings.Any(beginning => text.Key.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>The text with its placeholders filled.</summary>
    public string Say(string key, params (string Name, string Value)[] values) =>
        Placeholder().Replace(byKey[key], placeholder => values.Single(value => value.Name == placeholder.Value[1..^1]).Value);

    /// <summary>The text about so many things: <c>{key}.one</c> for one of them, <c>{key}.many</c> otherwise.</summary>
    public string Count(string key, int count, params (string Name, string Value)[] values) =>
        Say(count == 1 ? $"{key}.one" : $"{key}.many", [("count", Rounded.Count(count)), .. values]);

    /// <summary>A submission's status in a few words.</summary>
    public string Status(SubmissionStatus status) => byKey[status switch
    {
        SubmissionStatus.Accepted => "status.accepted",
        SubmissionStatus.AcceptedWithWarnings => "status.warnings",
        SubmissionStatus.PartiallyAccepted => "status.partly",
        SubmissionStatus.Rejected => "status.rejected",
        SubmissionStatus.Duplicate => "status.duplicate",
        SubmissionStatus.Failed => "status.failed",
        _ => "status.processing",
    }];

    /// <summary>The text with markup in place of its placeholders; its own words are encoded.</summary>
    internal Markup Html(string key, params (string Name, Markup Value)[] values)
    {
        var text = byKey[key];
        var parts = new List<Markup>();
        var at = 0;
        foreach (Match placeholder in Placeholder().Matches(text))
        {
            parts.Add(Markup.Of($"{text[at..placeholder.Index]}"));
            parts.Add(values.Single(value => value.Name == placeholder.Value[1..^1]).Value);
            at = placeholder.Index + placeholder.Length;
        }

        return Markup.Join([.. parts, Markup.Of($"{text[at..]}")]);
    }

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
