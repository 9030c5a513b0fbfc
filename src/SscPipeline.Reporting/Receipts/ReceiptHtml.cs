using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary><c>receipt.html</c>: what became of one submission, and what the site should do now.</summary>
public static class ReceiptHtml
{
    /// <param name="guide">In the language of the receipt; a check or variable that it does not know is shown by its id.</param>
    public static byte[] Write(Receipt receipt, ReceiptGuide guide)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(guide);
        var page = new ReceiptPage(receipt, guide);
        return Page.Write(LanguageCode.Of(guide.Language), page.Texts.Say("title", ("document", receipt.Document)), Body(page));
    }

    private static Markup Body(ReceiptPage page) => Markup.Of($"""
        <header>
        <h1>{page.Texts.Html("heading", ("document", Markup.Of($"<bdi>{page.Receipt.Document}</bdi>")))}</h1>
        <p class="meta">{page.Texts.Say("meta", ("site", page.Receipt.Site), ("time", Rounded.Time(page.Receipt.ReceivedAt)), ("submission", page.Receipt.SubmissionId))} · <a href="../index.html">{page.Texts["site.page"]}</a></p>
        </header>
        <main>
        {Verdict.Write(page)}{Annotated(page)}{CountsSection.Write(page)}{IssueSection.Write(page)}
        {MappingSection.Write(page)}{ChangeSection.Write(page)}{UnitSection.Write(page)}
        {CheckSection.Write(page)}{ExplanationSection.Write(page)}
        </main>
        <footer>
        <p class="meta">{Footer(page)}</p>
        <p class="meta">{page.Texts.Html("footer.json", ("file", Markup.Of($"<a href=\"receipt.json\">receipt.json</a>")))}</p>
        </footer>

        """);

    private static Markup Footer(ReceiptPage page) => page.Texts.Html(
        "footer",
        ("time", Markup.Of($"{Rounded.Time(page.Receipt.CompletedAt)}")),
        ("version", Markup.Of($"{page.Receipt.DictionaryVersion}")),
        ("hash", Markup.Of($"<code class=\"id\">{page.Receipt.Sha256}</code>")));

    private static Markup Annotated(ReceiptPage page) => page.Receipt.Annotated is not { } name || page.Receipt.Issues.All(issue => issue.Severity == Severity.Fatal && issue.Cell is null)
        ? Markup.Empty
        : Markup.Of($"<p>{page.Texts.Html("annotated", ("file", Markup.Of($"<a href=\"{name}\">{name}</a>")))}</p>\n");
}
