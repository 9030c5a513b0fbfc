using System.Globalization;
using Spectre.Console;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Ingesting;

namespace SscPipeline.Cli.Output;

/// <summary>Submissions, one a line.</summary>
internal static class SubmissionsTable
{
    public static Table Of(IEnumerable<Receipt> receipts)
    {
        var table = Empty();
        foreach (var receipt in receipts)
        {
            Add(table, receipt.Site, receipt.Document, receipt.Status, receipt.Rows, receipt.IssuesByCheck.Values.Sum(), receipt.SubmissionId);
        }

        return table;
    }

    public static Table Of(IEnumerable<SubmissionOverview> submissions)
    {
        var table = Empty();
        foreach (var line in submissions)
        {
            Add(table, line.Site, line.IsCurrent ? $"{line.Document} (current)" : line.Document, line.Status,
                new RowCounts(line.RowsRead, line.RowsAccepted, line.RowsWithheld), line.Issues, line.SubmissionId);
        }

        return table;
    }

    private static Table Empty()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Site", "Document", "Verdict");
        foreach (var count in (string[])["Rows", "Accepted", "Withheld", "Issues"])
        {
            table.AddColumn(new TableColumn(count).RightAligned());
        }

        return table.AddColumn("Submission");
    }

    private static void Add(Table table, string site, string document, SubmissionStatus status, RowCounts rows, int issues, string submission) =>
        table.AddRow(
            new Text(site), new Text(document), new Markup($"[{ReceiptPrinter.Colour(status)}]{ReceiptPrinter.Words(status)}[/]"),
            Number(rows.Read), Number(rows.Accepted), Number(rows.Withheld), Number(issues), new Text(submission));

    private static Text Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
