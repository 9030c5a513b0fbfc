using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Sites;

/// <summary>How the site stands, in a sentence and six figures.</summary>
internal static class SiteOverview
{
    public static Markup Write(SitePage page, SitePageTexts texts)
    {
        var open = page.Documents.Sum(document => document.OpenCount);
        var due = page.Due.Visits.Length + page.Due.Waiting.Length;
        var (tone, verdict) =
            page.Documents.IsEmpty ? ("warn", texts.NothingInUse)
            : open + due == 0 ? ("good", texts.AllWell)
            : ("warn", texts.SomethingToDo);
        return Markup.Of($"""
            <p class="verdict {tone}">{verdict}</p>
            <dl class="counts">
            {Count(texts.DocumentsInUse, page.Documents.Length)}{Count(texts.Subjects, page.Data.Subjects.Length)}{Count(texts.RowsUsed, page.Documents.Sum(document => document.Rows.Accepted), texts.Withheld, page.Documents.Sum(document => document.Rows.Withheld))}{Count(texts.ValuesUsed, page.Documents.Sum(document => document.Values?.Accepted ?? 0), texts.Withheld, page.Documents.Sum(document => document.Values?.Withheld ?? 0))}{Count(texts.OpenIssues, open)}{Count(texts.StillMissing, due)}
            </dl>
            """);
    }

    private static Markup Count(string label, int count) => Markup.Of($"<div><dt>{label}</dt><dd>{count}</dd></div>\n");

    private static Markup Count(string label, int count, string part, int ofWhich) =>
        Markup.Of($"<div><dt>{label}</dt><dd>{count}<small>{ofWhich} {part}</small></dd></div>\n");
}
