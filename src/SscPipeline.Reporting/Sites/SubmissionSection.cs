using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Sites;

/// <summary>All that the site ever sent, newest first, each with its receipt.</summary>
internal static class SubmissionSection
{
    /// <summary>Older ones are counted; their receipts lie in storage.</summary>
    private const int Shown = 500;

    public static Markup Write(SitePage page, SitePageTexts texts)
    {
        var table = new HtmlTable(
            texts.SubmissionsCaption, texts.Received, texts.Document, texts.Verdict, texts.RowsUsed, texts.Withheld, texts.Issues, texts.Files, texts.Relation)
        {
            TextColumns = [1, 2, 6, 7],
        };
        foreach (var submission in page.Submissions.Take(Shown))
        {
            table.Add([
                Markup.Of($"<span id=\"{submission.SubmissionId}\">{Rounded.Time(submission.ReceivedAt)}</span>"),
                Markup.Of($"<bdi>{submission.Document}</bdi>"),
                Markup.Of($"{texts.Status(submission.Status)}"),
                Markup.Of($"{submission.Rows.Accepted}"),
                Markup.Of($"{submission.Rows.Withheld}"),
                Markup.Of($"{submission.Issues}"),
                Files(submission, texts),
                Relation(submission, texts),
            ]);
        }

        return Markup.Of($"""
            <section>
            <h2>{texts.SubmissionsHeading} ({page.Submissions.Length})</h2>
            {(table.IsEmpty ? Markup.Of($"<p>{texts.NothingSent}</p>\n") : table.ToMarkup())}{(page.Submissions.Length > Shown ? Markup.Of($"<p class=\"note\">{texts.And} {page.Submissions.Length - Shown} {texts.More}</p>\n") : Markup.Empty)}</section>
            """);
    }

    private static Markup Files(PageSubmission submission, SitePageTexts texts) => submission.Status == Domain.Submissions.SubmissionStatus.Processing
        ? Markup.Empty
        : Markup.Of($"<a href=\"{submission.SubmissionId}/receipt.html\">{texts.Receipt}</a>{Annotated(submission, texts)}");

    private static Markup Annotated(PageSubmission submission, SitePageTexts texts) => submission.Annotated is { } name
        ? Markup.Of($", <a href=\"{submission.SubmissionId}/{Uri.EscapeDataString(name)}\">{texts.AnnotatedCopy}</a>")
        : Markup.Empty;

    private static Markup Relation(PageSubmission submission, SitePageTexts texts)
    {
        List<Markup> parts = [];
        if (submission.IsCurrent)
        {
            parts.Add(Markup.Of($"<strong>{texts.InUse}</strong>"));
        }

        if (submission.IsSuperseded)
        {
            parts.Add(Markup.Of($"{texts.CameTooLate}"));
        }

        Add(texts.Replaces, submission.Replaces);
        Add(texts.ReplacedBy, submission.ReplacedBy);
        Add(texts.DuplicateOf, submission.DuplicateOf);
        return Markup.Join(parts.Select((part, at) => at == 0 ? part : Markup.Of($"; {part}")));

        void Add(string word, string? other)
        {
            if (other is not null)
            {
                parts.Add(Markup.Of($"{word} <a href=\"#{other}\">{other}</a>"));
            }
        }
    }
}
