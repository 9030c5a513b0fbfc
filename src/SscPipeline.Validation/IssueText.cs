using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation;

/// <summary>Fills the catalogue's templates in one language: with the issue's details, and with label and unit of its variable.</summary>
internal sealed class IssueText(Lexicon lexicon, Language language)
{
    /// <summary>Whoever reads an issue knows the cell by its address; a longer quotation only hides the message.</summary>
    private const int LongestQuote = 500;

    public ReceiptIssue Of(Issue issue)
    {
        var check = lexicon.Catalogue[issue.Check];
        var texts = check.In(language);
        return new ReceiptIssue(
            check.Severity, check.Id, issue.Sheet, issue.Cell, issue.Subject, issue.Variable, Fill(texts.Message, issue), Fill(texts.Fix, issue))
        {
            Suggestion = issue.Suggestion,
        };
    }

    private string Fill(string template, Issue issue)
    {
        var variable = issue.Variable is null ? null : lexicon.Dictionary.Find(issue.Variable);
        return Template.Fill(template, name => issue.Details.FirstOrDefault(detail => detail.Key == name) is { } detail ? Say(detail) : name switch
        {
            "label" => variable?.LabelIn(language) ?? lexicon.Phrases.In(language, "The value"),
            "unit" => variable is { Unit: not ("score" or "fraction") } ? variable.UnitIn(language) : "",
            "subject" => issue.Subject ?? "",
            "sheet" => issue.Sheet ?? "",
            _ => "?",
        });
    }

    private string Say(IssueDetail detail) => detail.Kind switch
    {
        DetailKind.Variable => lexicon.Dictionary.Find(detail.Value)?.LabelIn(language) ?? detail.Value,
        DetailKind.Phrase => Template.Fill(
            lexicon.Phrases.In(language, detail.Value), name => detail.Parts.FirstOrDefault(part => part.Key == name) is { } part ? Say(part) : "?"),
        DetailKind.Either => Joined(detail, " or "),
        DetailKind.List => Joined(detail, ", "),
        DetailKind.Sentences => Joined(detail, " "),
        _ => Short(detail.Value),
    };

    private static string Short(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}…";

    private string Joined(IssueDetail detail, string separator) =>
        string.Join(lexicon.Phrases.In(language, separator), detail.Parts.Select(Say));
}
