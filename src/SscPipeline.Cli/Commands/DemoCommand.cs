using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using SscPipeline.Cli.Demo;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc demo</c>: the bundled example of three fictitious sites, beside the figures of the paper that it agrees with.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out")
        {
            Description = "folder for receipts, report and data",
            DefaultValueFactory = _ => Path.Combine("artifacts", "demo"),
        };
        var format = CommonOptions.Format();
        var command = new Command("demo", "Run the bundled synthetic example and compare it with the published figures.") { output, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(output), parsed.GetValue(format), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string output, OutputFormat format, CancellationToken cancellationToken)
    {
        var isJson = format == OutputFormat.Json;
        using var example = await BundledExample.UnpackAsync(cancellationToken);
        var receipts = await PrivateRun.RunAsync([InboxFolder.Open(example.Inbox)], output, new Steps(isJson), cancellationToken);
        var report = Path.Combine(output, "reports", "controlled", "latest");
        var summary = SummaryJson.Read(await File.ReadAllBytesAsync(Path.Combine(report, "summary.json"), cancellationToken));
        var figures = SeedPaper.Compare(summary);

        if (isJson)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes([.. figures], CliJson.Default.ListPublishedFigure));
        }
        else
        {
            Terminal.Out.Write(SubmissionsTable.Of(receipts));
            Terminal.Out.Write(Figures(figures));
            Terminal.Line($"Report:   {Path.Combine(report, "summary.html")}");
            SitePageLines.Print(receipts, output);
            Terminal.Line("All data are synthetic; they were made to agree with the paper's abstract and say nothing about its patients.");
        }

        return figures.All(figure => figure.Agrees) && receipts.All(IsAccepted) ? ExitCode.Clean : ExitCode.IssuesFound;
    }

    private static Table Figures(IEnumerable<PublishedFigure> figures)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Guo et al. 2012, doi:10.1007/s10067-012-2032-2", "Published", "Computed", "");
        foreach (var figure in figures)
        {
            table.AddRow(
                new Text(figure.Figure), new Text(figure.Published), new Text(figure.Computed),
                new Markup(figure.Agrees ? "[green]agrees[/]" : "[red]DIFFERS[/]"));
        }

        return table;
    }

    private static bool IsAccepted(Receipt receipt) =>
        receipt.Status is SubmissionStatus.Accepted or SubmissionStatus.AcceptedWithWarnings;
}
