using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>The one sentence that a coordinator reads, and the explanation of the special cases.</summary>
internal static class Verdict
{
    public static Markup Write(ReceiptPage page) => Markup.Of($"""
        <p class="verdict {Tone(page.Receipt)}">{Sentence(page)}</p>
        {Replay(page)}{Superseded(page)}{Duplicate(page)}{Replaces(page)}
        """);

    private static string Tone(Receipt receipt) => receipt.Status switch
    {
        SubmissionStatus.Accepted => "good",
        SubmissionStatus.Rejected or SubmissionStatus.Failed => "bad",
        _ => "warn",
    };

    private static string Sentence(ReceiptPage page) => page.Receipt.Status switch
    {
        SubmissionStatus.Accepted => page.Texts["verdict.accepted"],
        SubmissionStatus.AcceptedWithWarnings => page.Texts.Count("verdict.warnings", Math.Max(page.Receipt.IssuesByCheck.Values.Sum(), page.Receipt.Issues.Length)),
        SubmissionStatus.PartiallyAccepted => Partly(page.Texts, page.Receipt),
        SubmissionStatus.Rejected => page.Texts["verdict.rejected"],
        SubmissionStatus.Duplicate => page.Texts["verdict.duplicate"],
        SubmissionStatus.Failed => page.Texts["verdict.failed"],
        _ => page.Texts["verdict.processing"],
    };

    private static string Partly(ReceiptTexts texts, Receipt receipt) => (receipt.Values.Withheld, receipt.Rows.Withheld) switch
    {
        (0, var rows) => texts.Count("verdict.partly.rows", rows),
        (var values, 0) => texts.Count("verdict.partly.values", values),
        var (values, rows) => texts.Say("verdict.partly.both", ("values", texts.Count("values", values)), ("rows", texts.Count("rows", rows))),
    };

    private static Markup Replay(ReceiptPage page) => page.Receipt.ReplayOf is not { } original ? Markup.Empty : Markup.Of(
        $"<p>{page.Texts.Say("replay", ("time", Rounded.Time(page.Receipt.ReceivedAt)), ("submission", original))}</p>\n");

    private static Markup Superseded(ReceiptPage page) => !page.Receipt.IsSuperseded ? Markup.Empty : Markup.Of(
        $"<p><strong>{page.Texts[page.Receipt.ReplayOf is null ? "superseded" : "superseded.replay"]}</strong></p>\n");

    private static Markup Replaces(ReceiptPage page) => page.Receipt.Replaces is not { } replaced ? Markup.Empty : Markup.Of(
        $"<p class=\"meta\">{page.Texts.Say("replaces", ("submission", replaced), ("time", SubmissionId.TryParse(replaced) is { } id ? Rounded.Time(id.UploadedAt) : Rounded.None))}</p>\n");

    private static Markup Duplicate(ReceiptPage page)
    {
        if (page.Receipt.DuplicateOf is not { } first)
        {
            return Markup.Empty;
        }

        var texts = page.Texts;
        var known = texts.Html(
            "duplicate.first",
            ("time", Markup.Of($"{Rounded.Time(first.ReceivedAt)}")), ("document", Markup.Of($"<bdi>{first.Document}</bdi>")), ("submission", Markup.Of($"{first.SubmissionId}")));
        var current = first.CurrentSubmissionId switch
        {
            null => texts["duplicate.none"],
            var same when same == first.SubmissionId => texts["duplicate.same"],
            var newer => texts.Say("duplicate.newer", ("submission", newer)),
        };
        var howTo = first.CurrentSubmissionId == first.SubmissionId ? Markup.Empty : Markup.Of(
            $"<p>{texts.Html("duplicate.howto", ("command", Markup.Of($"<code>ssc replay --submission {first.SubmissionId} --make-current</code>")))}</p>\n");
        return Markup.Of($"<p>{known}</p>\n<p>{current}</p>\n{howTo}");
    }
}
