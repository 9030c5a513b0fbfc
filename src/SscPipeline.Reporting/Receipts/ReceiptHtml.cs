using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary><c>receipt.html</c>: what became of one submission, and what the site should do now.</summary>
public static class ReceiptHtml
{
    /// <param name="checkTitles">By check id; an id without a title is shown alone.</param>
    public static byte[] Write(Receipt receipt, IReadOnlyDictionary<string, string> checkTitles)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(checkTitles);
        return Page.Write($"Receipt: {receipt.Document}", Body(receipt, checkTitles));
    }

    private static Markup Body(Receipt receipt, IReadOnlyDictionary<string, string> checkTitles) => Markup.Of($"""
        <header>
        <h1>Receipt for <bdi>{receipt.Document}</bdi></h1>
        <p class="meta">Site {receipt.Site} · received {Rounded.Time(receipt.ReceivedAt)} · submission {receipt.SubmissionId}</p>
        </header>
        <main>
        {Verdict.Write(receipt)}{Annotated(receipt)}
        {CountsSection(receipt)}
        {IssueSection.Write(receipt, checkTitles)}
        {MappingSection.Write(receipt)}{ChangeSection.Write(receipt)}
        {CheckSection.Write(receipt, checkTitles)}
        </main>
        <footer>
        <p class="meta">Completed {Rounded.Time(receipt.CompletedAt)} · dictionary {receipt.DictionaryVersion} · SHA-256 of the bytes received: <code class="id">{receipt.Sha256}</code></p>
        <p class="meta">Beside this page lies <a href="receipt.json">receipt.json</a>, the same for programs.</p>
        </footer>

        """);

    private static Markup Annotated(Receipt receipt) => receipt.Annotated is null ? Markup.Empty : Markup.Of($"""
        <p><a href="{receipt.Annotated}">{receipt.Annotated}</a> is a copy of your workbook in which these cells are marked, with what to do in their comments. You can correct it and send it under the name of this document.</p>

        """);

    private static Markup CountsSection(Receipt receipt) => receipt.Status is SubmissionStatus.Duplicate or SubmissionStatus.Failed ? Markup.Empty : Markup.Of($"""
        <dl class="counts">
        <div><dt>Rows read</dt><dd>{receipt.Rows.Read}<small>{receipt.Rows.Accepted} accepted, {receipt.Rows.Withheld} withheld</small></dd></div>
        <div><dt>Values read</dt><dd>{receipt.Values.Read}<small>{receipt.Values.Accepted} accepted, {receipt.Values.Withheld} withheld, {receipt.Values.Missing} missing</small></dd></div>
        <div><dt>Compared with the version before</dt><dd>{receipt.Outcomes.Inserted} new<small>{receipt.Outcomes.Changed} changed, {receipt.Outcomes.Withdrawn} withdrawn, {receipt.Outcomes.Unchanged} unchanged</small></dd></div>
        </dl>

        """);
}
