using System.Text;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation;

/// <summary>Fills the catalogue's templates: with the issue's details, and with label and unit of its variable.</summary>
internal static class IssueText
{
    public static ReceiptIssue Of(Issue issue, Lexicon lexicon)
    {
        var check = lexicon.Catalogue[issue.Check];
        var variable = issue.Variable is null ? null : lexicon.Dictionary.Find(issue.Variable);
        return new ReceiptIssue(
            check.Severity, check.Id, issue.Sheet, issue.Cell, issue.Subject, issue.Variable, Fill(check.Message), Fill(check.Fix));

        string Fill(string template)
        {
            var text = new StringBuilder(template.Length + 32);
            for (var at = 0; at < template.Length;)
            {
                var open = template.IndexOf('{', at);
                var close = open < 0 ? -1 : template.IndexOf('}', open);
                if (close < 0)
                {
                    text.Append(template, at, template.Length - at);
                    break;
                }

                text.Append(template, at, open - at);
                var detail = Detail(template[(open + 1)..close]);
                if (detail.Length == 0 && text.Length > 0 && text[^1] == ' ')
                {
                    text.Length--;
                }

                text.Append(detail);
                at = close + 1;
            }

            return text.ToString();
        }

        string Detail(string name) =>
            issue.Details.FirstOrDefault(detail => detail.Key == name) is { Key: not null } detail ? detail.Value : name switch
            {
                "label" => variable?.Label ?? "The value",
                "unit" => variable?.Unit is { } unit && unit is not ("score" or "fraction") ? unit : "",
                "subject" => issue.Subject ?? "",
                "sheet" => issue.Sheet ?? "",
                _ => "?",
            };
    }
}
