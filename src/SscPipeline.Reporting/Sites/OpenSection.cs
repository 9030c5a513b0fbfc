using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Sites;

/// <summary>What is open in each current document: the same request once, with its cells.</summary>
internal static class OpenSection
{
    private const int CellsShown = 12;

    public static Markup Write(SitePage page, ReceiptGuide guide, SitePageTexts texts) => Markup.Of($"""
        <section>
        <h2>{texts.OpenHeading}</h2>
        {(page.Documents.IsEmpty ? Markup.Of($"<p>{texts.NoDocuments}</p>\n") : Markup.Empty)}{page.Documents.Select(document => Document(document, guide, texts))}</section>
        """);

    private static Markup Document(PageDocument document, ReceiptGuide guide, SitePageTexts texts)
    {
        var groups = document.Open
            .GroupBy(issue => (issue.Severity, issue.Check, issue.Fix))
            .OrderByDescending(same => same.Key.Severity)
            .Select(same => Request(same.Key.Severity.ToString().ToLowerInvariant(), same.Key.Check, same.Key.Fix, [.. same], guide, texts));
        var more = document.OpenCount - document.Open.Length;
        return Markup.Of($"""
            <h3><bdi>{document.Document}</bdi></h3>
            <p class="meta">{texts.Received} {Rounded.Time(document.ReceivedAt)} · <a href="{document.SubmissionId}/receipt.html">{texts.Receipt}</a></p>
            {(document.OpenCount == 0 ? Markup.Of($"<p>{texts.NothingOpen}</p>\n") : Markup.Of($"<ul class=\"issues\">\n{groups}</ul>\n"))}{(more > 0 ? Markup.Of($"<p class=\"note\">{more} {texts.MoreInReceipt}</p>\n") : Markup.Empty)}{(document.IsReviewed ? Markup.Empty : Markup.Of($"<p class=\"note\">{texts.NotReviewed}</p>\n"))}
            """);
    }

    private static Markup Request(
        string severity, string check, string fix, List<ReceiptIssue> issues, ReceiptGuide guide, SitePageTexts texts) => Markup.Of($"""
        <li class="{severity}"><p class="place">{guide.Title(check)} <span class="id">{check}</span> · {texts.Severity(issues[0].Severity)}{(issues.Count > 1 ? Markup.Of($" · {issues.Count} ×") : Markup.Empty)}</p>
        <p class="place">{issues.Take(CellsShown).Select(issue => Markup.Of($"{CellPlace.Of(issue, texts)} "))}{(issues.Count > CellsShown ? Markup.Of($"{texts.And} {issues.Count - CellsShown} {texts.More}") : Markup.Empty)}</p>
        {(issues.Count == 1 ? Markup.Of($"<p><bdi>{issues[0].Message}</bdi></p>\n") : Markup.Empty)}<p><strong>{texts.WhatToDo}</strong> <bdi>{fix}</bdi></p></li>

        """);
}
