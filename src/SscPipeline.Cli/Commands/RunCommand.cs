using System.CommandLine;
using Spectre.Console;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc run</c>: folders of site files in, receipts, report and data out, on a private storage that ends with the command.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var inboxes = new Option<string[]>("--inbox") { Description = "folder with one folder per site; several are ingested in turn, as corrections of one another", Required = true };
        var output = new Option<string>("--out") { Description = "folder for receipts, reports and data", Required = true };
        var format = CommonOptions.Format();
        var command = new Command("run", "Ingest folders of site files and publish a summary, on a private storage.") { inboxes, output, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(inboxes), parsed.GetRequiredValue(output), parsed.GetValue(format), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] inboxes, string output, OutputFormat format, CancellationToken cancellationToken)
    {
        var folders = inboxes.Select(InboxFolder.Open).ToList();
        var isJson = format == OutputFormat.Json;
        var receipts = await PrivateRun.RunAsync(folders, output, new Steps(isJson), cancellationToken);
        if (isJson)
        {
            Terminal.WriteJson(ReceiptJson.Write(receipts));
        }
        else
        {
            Terminal.Out.Write(SubmissionsTable.Of(receipts));
            SitePageLines.Print(receipts, output);
            Terminal.Line($"Report:   {Path.Combine(output, "reports", "controlled", "latest", "summary.html")}");
            Terminal.Line($"Data:     {Path.Combine(output, "data")}");
        }

        return receipts.All(receipt => receipt.Status is SubmissionStatus.Accepted or SubmissionStatus.Duplicate)
            ? ExitCode.Clean
            : ExitCode.IssuesFound;
    }
}
