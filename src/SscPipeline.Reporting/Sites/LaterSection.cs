using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Sites;

/// <summary>What later documents settled or broke in earlier ones, whose receipts stay as they were.</summary>
internal static class LaterSection
{
    private const int Shown = 50;

    public static Markup Write(SitePage page, SitePageTexts texts)
    {
        var changed = page.Documents.Where(document => !document.Settled.IsEmpty || !document.Broken.IsEmpty).ToList();
        return Markup.Of($"""
            <section>
            <h2>{texts.LaterHeading}</h2>
            {(changed.Count == 0 ? Markup.Of($"<p>{texts.NothingLater}</p>\n") : Markup.Of($"<p>{texts.LaterNote}</p>\n"))}{changed.Select(document => Document(document, texts))}</section>
            """);
    }

    private static Markup Document(PageDocument document, SitePageTexts texts) => Markup.Of($"""
        <h3><bdi>{document.Document}</bdi></h3>
        <p class="meta">{texts.CameLater} {document.Later.Select((name, at) => Markup.Of($"{(at == 0 ? "" : ", ")}<bdi>{name}</bdi>"))} · <a href="{document.SubmissionId}/receipt.html">{texts.Receipt}</a></p>
        {List(document.Settled, "settled", texts.Settled, texts)}{StillWithheld(document, texts)}{List(document.Broken, "error", texts.Broken, texts)}
        """);

    private static Markup List(ImmutableArray<ReceiptIssue> issues, string tone, string heading, SitePageTexts texts) => issues.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h4>{heading} ({issues.Length})</h4>
        <ul class="issues">
        {issues.Take(Shown).Select(issue => Item(issue, tone, texts))}</ul>
        {(issues.Length > Shown ? Markup.Of($"<p class=\"note\">{texts.And} {issues.Length - Shown} {texts.More}</p>\n") : Markup.Empty)}
        """);

    private static Markup Item(ReceiptIssue issue, string tone, SitePageTexts texts) => Markup.Of($"""
        <li class="{(tone == "error" ? issue.Severity.ToString().ToLowerInvariant() : tone)}"><p class="place">{CellPlace.Of(issue, texts)} <span class="id">{issue.Check}</span></p>
        <p><bdi>{issue.Message}</bdi></p>{(tone == "error" ? Markup.Of($"\n<p><strong>{texts.WhatToDo}</strong> <bdi>{issue.Fix}</bdi></p>") : Markup.Empty)}</li>

        """);

    private static Markup StillWithheld(PageDocument document, SitePageTexts texts) =>
        document.Settled.Any(issue => issue.Severity != Severity.Warning)
            ? Markup.Of($"<p>{texts.StillWithheld} <code>ssc replay {document.SubmissionId}</code></p>\n")
            : Markup.Empty;
}
