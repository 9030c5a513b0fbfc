using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Sites;

/// <summary><c>index.html</c> of a site: what is open and missing first, then all that was ever sent.</summary>
public static class SitePageHtml
{
    /// <param name="guide">In the language of the page.</param>
    /// <param name="state">A word for what the page was made from, to be found again by <see cref="StateOf"/>.</param>
    public static byte[] Write(SitePage page, ReceiptGuide guide, string state)
    {
        ArgumentNullException.ThrowIfNull(page);
        var texts = SitePageTexts.In(guide.Language);
        return Page.Write(LanguageCode.Of(guide.Language), string.Format(System.Globalization.CultureInfo.InvariantCulture, texts.Title, page.Site), Markup.Of($"""
            <header>
            <h1>{string.Format(System.Globalization.CultureInfo.InvariantCulture, texts.Title, page.Site)}</h1>
            <p class="meta">{texts.Made} {Rounded.Time(page.MadeAt)} · {texts.Dictionary} {page.DictionaryVersion}</p>
            </header>
            <main>
            {SiteOverview.Write(page, texts)}
            {OpenSection.Write(page, guide, texts)}
            {LaterSection.Write(page, texts)}
            {MissingSection.Write(page, texts)}
            {SubmissionSection.Write(page, texts)}
            </main>
            {Comment(state)}
            """));
    }

    /// <returns>Empty when the page is none of ours.</returns>
    public static string StateOf(ReadOnlySpan<byte> page)
    {
        var start = page.LastIndexOf(Opening);
        var end = start < 0 ? -1 : page[start..].IndexOf(" -->"u8);
        return end < 0 ? "" : System.Text.Encoding.UTF8.GetString(page[(start + Opening.Length)..(start + end)]);
    }

    private static ReadOnlySpan<byte> Opening => "<!-- state "u8;

    private static Markup Comment(string state) => Markup.Of($"<!-- state {state} -->\n");
}
