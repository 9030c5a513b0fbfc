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
        {Verdict.Write(receipt)}
        {CountsSection(receipt)}
        {IssueSection.Write(receipt, checkTitles)}
        {ChangeSection.Write(receipt)}
        {CheckSection.Write(receipt, checkTitles)}
        </main>
        <footer>
        <p class="meta">Completed {Rounded.Time(receipt.CompletedAt)} · dictionary {receipt.DictionaryVersion} · SHA-256 of the bytes received: <code class="id">{receipt.Sha256}</code></p>
        <p class="meta">Beside this page lie <code>receipt.json</code>, the same for programs, and <code>annotated.xlsx</code>, a copy of your workbook with these cells marked, whenever the file could be read.</p>
        </footer>

        """);

    private static Markup CountsSection(Receipt receipt) => receipt.Status is SubmissionStatus.Duplicate or SubmissionStatus.Failed ? Markup.Empty : Markup.Of($"""
        <dl class="counts">
        <div><dt>Rows read</dt><dd>{receipt.Rows.Read}<small>{receipt.Rows.Accepted} accepted, {receipt.Rows.Withheld} withheld</small></dd></div>
        <div><dt>Values read</dt><dd>{receipt.Values.Read}<small>{receipt.Values.Accepted} accepted, {receipt.Values.Withheld} withheld, {receipt.Values.Missing} missing</small></dd></div>
        <div><dt>Compared with the version before</dt><dd>{receipt.Outcomes.Inserted} new<small>{receipt.Outcomes.Changed} changed, {receipt.Outcomes.Withdrawn} withdrawn, {receipt.Outcomes.Unchanged} unchanged</small></dd></div>
        </dl>

        """);
}
