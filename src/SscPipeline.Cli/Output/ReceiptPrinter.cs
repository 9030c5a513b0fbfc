using System.Globalization;
using Spectre.Console;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Cli.Output;

/// <summary>A receipt as a coordinator reads it in a terminal: the verdict first, then each place with what to do.</summary>
internal static class ReceiptPrinter
{
    private const int MaxPrinted = 50;

    public static void Print(Receipt receipt, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{receipt.Document}[/]  [{Colour(receipt.Status)}]{Words(receipt.Status)}[/]");
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"  rows: {receipt.Rows.Accepted} of {receipt.Rows.Read} accepted, {receipt.Rows.Withheld} withheld; values: {receipt.Values.Accepted} of {receipt.Values.Read} accepted, {receipt.Values.Withheld} withheld, {receipt.Values.Missing} missing");
        if (receipt.DuplicateOf is { } first)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  the same bytes came on {first.ReceivedAt:yyyy-MM-dd HH:mm} UTC as {first.Document}; nothing was changed");
        }

        if (receipt.Issues.Length > 0)
        {
            console.Write(Issues(receipt));
        }

        if (receipt.IssuesByCheck.Values.Sum() is var total && total > Math.Min(MaxPrinted, receipt.Issues.Length))
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {Math.Min(MaxPrinted, receipt.Issues.Length)} of {total} issues are shown; --format json has more");
        }

        foreach (var broken in receipt.Checks.Where(check => check.Status == CheckStatus.Broken))
        {
            console.MarkupLineInterpolated($"  We could not run check {broken.Id}. This is our fault; you need do nothing.");
        }

        console.WriteLine();
    }

    public static string Words(SubmissionStatus status) => status switch
    {
        SubmissionStatus.Accepted => "accepted",
        SubmissionStatus.AcceptedWithWarnings => "accepted, with questions",
        SubmissionStatus.PartiallyAccepted => "accepted in part",
        SubmissionStatus.Rejected => "rejected: nothing of it is used",
        SubmissionStatus.Duplicate => "already received: nothing was changed",
        SubmissionStatus.Failed => "failed on our side: you need do nothing",
        _ => "being processed",
    };

    public static string Colour(SubmissionStatus status) => status switch
    {
        SubmissionStatus.Accepted or SubmissionStatus.Duplicate => "green",
        SubmissionStatus.AcceptedWithWarnings or SubmissionStatus.Processing => "yellow",
        _ => "red",
    };

    private static Table Issues(Receipt receipt)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Where", "Subject", "What we saw", "What to do", "Check");
        foreach (var issue in receipt.Issues.OrderByDescending(issue => issue.Severity).Take(MaxPrinted))
        {
            var colour = issue.Severity == Severity.Warning ? "yellow" : "red";
            table.AddRow(
                new Markup($"[{colour}]{Markup.Escape(Place(issue))}[/]"),
                new Text(issue.Subject ?? ""),
                new Text(issue.Message),
                new Text(issue.Fix),
                new Text(issue.Check));
        }

        return table;
    }

    private static string Place(ReceiptIssue issue) => (issue.Sheet, issue.Cell) switch
    {
        ({ Length: > 0 } sheet, { Length: > 0 } cell) => $"{sheet}!{cell}",
        ({ Length: > 0 } sheet, _) => sheet,
        _ => "file",
    };
}
