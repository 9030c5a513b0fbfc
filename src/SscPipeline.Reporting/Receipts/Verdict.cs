using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>The one sentence that a coordinator reads, and the explanation of the special cases.</summary>
internal static class Verdict
{
    public static Markup Write(Receipt receipt) => Markup.Of($"""
        <p class="verdict {Tone(receipt)}">{Sentence(receipt)}</p>
        {Superseded(receipt)}{Duplicate(receipt)}{Replaces(receipt)}
        """);

    private static string Tone(Receipt receipt) => receipt.Status switch
    {
        SubmissionStatus.Accepted => "good",
        SubmissionStatus.Rejected or SubmissionStatus.Failed => "bad",
        _ => "warn",
    };

    private static string Sentence(Receipt receipt) => receipt.Status switch
    {
        SubmissionStatus.Accepted => "Accepted: everything in this document is used, and you need do nothing.",
        SubmissionStatus.AcceptedWithWarnings =>
            $"Accepted: everything in this document is used. Please look at {Count(Warnings(receipt), "question")} below.",
        SubmissionStatus.PartiallyAccepted =>
            $"Accepted in part: {Withheld(receipt)} not used until corrected; all the rest is. Please correct what is listed below and send the document again under the same name.",
        SubmissionStatus.Rejected =>
            "Not accepted: nothing of this upload is used. If an earlier version of this document was accepted, it still counts. Please correct what is listed below and send the document again under the same name.",
        SubmissionStatus.Duplicate => "Already received: you sent exactly these bytes before, so nothing has changed.",
        SubmissionStatus.Failed =>
            "We could not process this document. This is our fault, not yours; your file is kept, we have been told, and you need do nothing now.",
        _ => "This document is being processed.",
    };

    private static string Withheld(Receipt receipt) => (receipt.Values.Withheld, receipt.Rows.Withheld) switch
    {
        (0, var rows) => $"{Count(rows, "row")} {IsAre(rows)}",
        (var values, 0) => $"{Count(values, "value")} {IsAre(values)}",
        (var values, var rows) => $"{Count(values, "value")} and {Count(rows, "whole row")} are",
    };

    private static int Warnings(Receipt receipt) => receipt.IssuesByCheck.IsEmpty
        ? receipt.Issues.Count(issue => issue.Severity == Severity.Warning)
        : receipt.IssuesByCheck.Values.Sum();

    private static string Count(int count, string noun) => $"{Rounded.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string IsAre(int count) => count == 1 ? "is" : "are";

    private static Markup Superseded(Receipt receipt) => !receipt.IsSuperseded ? Markup.Empty : Markup.Of(
        $"<p><strong>Not current.</strong> A newer upload of this document had already been received, so this older one is kept and not used. You need do nothing, unless this one is right: then send it again.</p>\n");

    private static Markup Replaces(Receipt receipt) => receipt.Replaces is null ? Markup.Empty : Markup.Of(
        $"<p class=\"meta\">Replaces the whole of submission {receipt.Replaces}; rows that are no longer in the document are withdrawn.</p>\n");

    private static Markup Duplicate(Receipt receipt)
    {
        if (receipt.DuplicateOf is not { } first)
        {
            return Markup.Empty;
        }

        var current = first.CurrentSubmissionId switch
        {
            null => Markup.Of($"<p>None of its versions is in use now.</p>\n"),
            var same when same == first.SubmissionId => Markup.Of($"<p>That upload is still the one in use.</p>\n"),
            var newer => Markup.Of($"<p>It has since been replaced by submission {newer}, which stays in use, so that corrections are not undone by mistake.</p>\n"),
        };
        var howTo = first.CurrentSubmissionId == first.SubmissionId ? Markup.Empty : Markup.Of(
            $"<p>If these older bytes are the right ones after all, ask your data manager to make them current again: <code>ssc replay {first.SubmissionId} --make-current</code></p>\n");
        return Markup.Of(
            $"<p>They were first received {Rounded.Time(first.ReceivedAt)} as <bdi>{first.Document}</bdi>, submission {first.SubmissionId}.</p>\n{current}{howTo}");
    }
}
