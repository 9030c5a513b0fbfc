using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>Issues by what to do about them: the same request is made once, with all the cells that it concerns.</summary>
internal static class IssueSection
{
    public static Markup Write(Receipt receipt, IReadOnlyDictionary<string, string> checkTitles) => Markup.Join(
        Group(receipt, Severity.Fatal, "Why the file cannot be used", checkTitles),
        Group(receipt, Severity.Error, "Please correct, then send the document again", checkTitles),
        Group(receipt, Severity.Warning, "Please check; used as it is", checkTitles),
        NotListed(receipt));

    private static Markup Group(Receipt receipt, Severity severity, string heading, IReadOnlyDictionary<string, string> checkTitles)
    {
        var issues = receipt.Issues.Where(issue => issue.Severity == severity).ToList();
        return issues.Count == 0 ? Markup.Empty : Markup.Of($"""
            <section>
            <h2>{heading} ({issues.Count})</h2>
            {issues.GroupBy(issue => (issue.Check, issue.Fix)).Select(same => Request(severity, same.Key.Check, same.Key.Fix, [.. same], checkTitles))}</section>

            """);
    }

    private static Markup Request(
        Severity severity, string check, string fix, List<ReceiptIssue> issues, IReadOnlyDictionary<string, string> checkTitles) => Markup.Of($"""
        <h3>{checkTitles.GetValueOrDefault(check, check)} <span class="id">{check}</span></h3>
        <p><strong>What to do:</strong> <bdi>{fix}</bdi></p>
        <ul class="issues">
        {issues.Select(issue => Item(severity, issue))}</ul>

        """);

    private static Markup Item(Severity severity, ReceiptIssue issue) => Markup.Of($"""
        <li class="{severity.ToString().ToLowerInvariant()}"><p class="place">{Place(issue)}{Detail("subject", issue.Subject)}{Detail("", issue.Variable)}</p>
        <p><bdi>{issue.Message}</bdi></p></li>

        """);

    private static Markup Place(ReceiptIssue issue) => (issue.Sheet, issue.Cell) switch
    {
        (null, null) => Markup.Of($"The file"),
        (var sheet, null) => Markup.Of($"Sheet <code><bdi>{sheet}</bdi></code>"),
        (null, var cell) => Markup.Of($"<code>{cell}</code>"),
        var (sheet, cell) => Markup.Of($"<code><bdi>{Quoted(sheet)}</bdi>!{cell}</code>"),
    };

    /// <summary>As Excel writes it, so that the place can be pasted into the box left of the formula bar.</summary>
    private static string Quoted(string sheet) =>
        sheet.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.') && sheet.Length > 0 && !char.IsDigit(sheet[0])
            ? sheet
            : $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static Markup Detail(string label, string? value) =>
        value is null ? Markup.Empty : Markup.Of($" · {label} <bdi>{value}</bdi>");

    private static Markup NotListed(Receipt receipt)
    {
        var hidden = receipt.IssuesByCheck.Values.Sum() - receipt.Issues.Length;
        return hidden <= 0 ? Markup.Empty : Markup.Of(
            $"<p class=\"note\">{hidden} more issues are not listed here (at most {Receipt.MaxIssuesPerCheck} a check and {Receipt.MaxIssues} in all are); the table of checks counts them all. They are often one mistake repeated.</p>\n");
    }
}
