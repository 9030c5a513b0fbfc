using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>Issues by what to do about them: the same request is made once, with all the cells that it concerns.</summary>
internal static class IssueSection
{
    public static Markup Write(ReceiptPage page) => Markup.Join(
        Group(page, Severity.Fatal, "issues.fatal"),
        Group(page, Severity.Error, "issues.error"),
        Group(page, Severity.Warning, "issues.warning"),
        NotListed(page));

    private static Markup Group(ReceiptPage page, Severity severity, string heading)
    {
        var issues = page.Receipt.Issues.Where(issue => issue.Severity == severity).ToList();
        return issues.Count == 0 ? Markup.Empty : Markup.Of($"""
            <section>
            <h2>{page.Texts[heading]} ({Math.Max(page.Count(severity), issues.Count)})</h2>
            {issues.GroupBy(issue => (issue.Check, issue.Fix)).Select(same => Request(page, severity, same.Key.Check, same.Key.Fix, [.. same]))}</section>

            """);
    }

    private static Markup Request(ReceiptPage page, Severity severity, string check, string fix, List<ReceiptIssue> issues) => Markup.Of($"""
        <h3>{page.Guide.Title(check)} {Link(page, check)}</h3>
        <p><strong>{page.Texts["todo"]}</strong> <bdi>{fix}</bdi></p>
        <ul class="issues">
        {issues.Select(issue => Item(page, severity, issue))}</ul>

        """);

    /// <summary>To the explanation further down, where there is one.</summary>
    private static Markup Link(ReceiptPage page, string check) => page.Guide.Checks.ContainsKey(check)
        ? Markup.Of($"<a class=\"id\" href=\"#{check}\">{check}</a>")
        : Markup.Of($"<span class=\"id\">{check}</span>");

    private static Markup Item(ReceiptPage page, Severity severity, ReceiptIssue issue) => Markup.Of($"""
        <li class="{severity.ToString().ToLowerInvariant()}"><p class="place">{Place(page.Texts, issue)}{Subject(page.Texts, issue.Subject)}{Variable(page.Guide, issue.Variable)}</p>
        <p><bdi>{issue.Message}</bdi></p></li>

        """);

    private static Markup Place(ReceiptTexts texts, ReceiptIssue issue) => (issue.Sheet, issue.Cell) switch
    {
        (null, null) => Markup.Of($"{texts["place.file"]}"),
        (var sheet, null) => texts.Html("place.sheet", ("sheet", Markup.Of($"<code><bdi>{sheet}</bdi></code>"))),
        (null, var cell) => Markup.Of($"<code>{cell}</code>"),
        var (sheet, cell) => Markup.Of($"<code><bdi>{SheetName.Quoted(sheet)}</bdi>!{cell}</code>"),
    };

    private static Markup Subject(ReceiptTexts texts, string? subject) =>
        subject is null ? Markup.Empty : Markup.Of($" · {texts.Html("subject", ("subject", Markup.Of($"<bdi>{subject}</bdi>")))}");

    private static Markup Variable(ReceiptGuide guide, string? variable) =>
        variable is null ? Markup.Empty : Markup.Of($" · <bdi>{guide.Label(variable)}</bdi>");

    private static Markup NotListed(ReceiptPage page)
    {
        var hidden = page.Receipt.IssuesByCheck.Values.Sum() - page.Receipt.Issues.Length;
        return hidden <= 0 ? Markup.Empty : Markup.Of(
            $"<p class=\"note\">{page.Texts.Count("issues.more", hidden, ("ofCheck", Rounded.Count(Receipt.MaxIssuesPerCheck)), ("all", Rounded.Count(Receipt.MaxIssues)))}</p>\n");
    }
}
