using System.Globalization;
using Spectre.Console;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Cli.Output;

/// <summary>Replays, one a line: what was before, what is now, and which one is in use.</summary>
internal static class ReplayPrinter
{
    public static void Print(IReadOnlyList<ReplayResult> results, ReplayOrder order)
    {
        if (results.Count == 0)
        {
            Terminal.Line("There is nothing to replay: no document is current, and nothing failed or was rejected.");
            return;
        }

        var done = results.Where(result => result.After is not null).ToList();
        if (done.Count > 0)
        {
            Terminal.Out.Write(Table(done, order));
        }

        foreach (var result in results.Where(result => result.NotReplayed is not null))
        {
            Terminal.Complain($"{result.Site}: {result.NotReplayed}");
        }

        var changed = done.Count(IsDifferent);
        Terminal.Line(order.IsDryRun
            ? $"{done.Count} looked at, {changed} would change. Nothing was stored; run it without --dry-run to do it."
            : $"{done.Count} replayed, {changed} changed. Each has a receipt of its own under receipts/; what was written before stays.");
        if (changed > 0 && !order.IsDryRun)
        {
            Terminal.Line("The next scheduled summary uses what is current now; 'ssc publish' makes one at once.");
        }
    }

    private static Table Table(IEnumerable<ReplayResult> results, ReplayOrder order)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Site", "Document", "Before", "Now");
        foreach (var count in (string[])["Rows", "Withheld", "Issues", "Values"])
        {
            table.AddColumn(new TableColumn(count).RightAligned());
        }

        table.AddColumns("In use", order.IsDryRun ? "Submission" : "Replay");
        foreach (var result in results)
        {
            var after = result.After!;
            table.AddRow(
                new Text(result.Site), new Text(result.Document), new Text(ReceiptPrinter.Words(result.Before.Status)),
                new Markup($"[{ReceiptPrinter.Colour(after.Status)}]{Markup.Escape(ReceiptPrinter.Words(after.Status))}[/]"),
                Step(result.Before.RowsAccepted, after.RowsAccepted), Step(result.Before.RowsWithheld, after.RowsWithheld),
                Step(result.Before.Issues, after.Issues), new Text(Values(result)), new Text(InUse(result, order)),
                new Text(result.SubmissionId ?? result.ReplayOf));
        }

        return table;
    }

    private static bool IsDifferent(ReplayResult result) =>
        result.Before with { DictionaryVersion = "" } != result.After! with { DictionaryVersion = "" }
        || result.Outcomes is { Inserted: > 0 } or { Changed: > 0 } or { Withdrawn: > 0 };

    private static Text Step(int before, int after) => new(string.Create(
        CultureInfo.InvariantCulture, $"{(before == after ? "" : $"{before} -> ")}{after}"));

    private static string Values(ReplayResult result) => result.Outcomes is { Inserted: 0, Changed: 0, Withdrawn: 0 } or null
        ? "as before"
        : string.Create(CultureInfo.InvariantCulture, $"+{result.Outcomes.Inserted} ~{result.Outcomes.Changed} -{result.Outcomes.Withdrawn}");

    private static string InUse(ReplayResult result, ReplayOrder order) => (result.IsCurrent, order.IsDryRun) switch
    {
        (true, true) => "would be",
        (false, true) => "would not be",
        (true, false) => "yes",
        (false, false) => "no",
    };
}
