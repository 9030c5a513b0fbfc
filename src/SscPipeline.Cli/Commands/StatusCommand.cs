using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc status</c>: what the ledger says, newest first.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var (site, connection, format) = (CommonOptions.Site(required: false), CommonOptions.Connection(), CommonOptions.Format());
        var onlyReports = new Option<bool>("--reports") { Description = "only the reports: the last of each audience, its deliveries, when the next is due" };
        var command = new Command("status", "Show the submissions of one site or of all, and how the reports stand.") { site, connection, format, onlyReports };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(onlyReports)
            ? ReportsAsync(parsed.GetValue(connection), parsed.GetValue(format), cancellationToken)
            : RunAsync(parsed.GetValue(site), parsed.GetValue(connection), parsed.GetValue(format), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? site, string? connection, OutputFormat format, CancellationToken cancellationToken)
    {
        await using var study = StudyHost.CreateQuiet(StorageChoice.Named(connection), new IngestCounter(_ => { }));
        var sites = site is null ? await study.Submissions.SitesAsync(cancellationToken) : [CommonOptions.ParseSite(site)];
        var lines = new List<SubmissionOverview>();
        foreach (var code in sites)
        {
            lines.AddRange(await study.Submissions.ListAsync(code, cancellationToken));
        }

        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(lines, CliJson.Default.ListSubmissionOverview));
        }
        else if (lines.Count == 0)
        {
            Terminal.Line("Nothing has been received yet.");
        }
        else
        {
            Terminal.Out.Write(SubmissionsTable.Of(lines));
            if (site is not null && await study.Poison.HistoryAsync(site, cancellationToken) is { IsEmpty: false } deeds)
            {
                Terminal.Line("By hand:");
                Terminal.Out.Write(PoisonPrinter.Deeds(deeds));
            }
        }

        var isTroubled = site is null && format != OutputFormat.Json && Show(await study.Reports.StatusAsync(cancellationToken));
        return isTroubled || lines.Any(line => line is { Status: SubmissionStatus.Failed or SubmissionStatus.Processing }) ? ExitCode.IssuesFound : ExitCode.Clean;
    }

    private static async Task<int> ReportsAsync(string? connection, OutputFormat format, CancellationToken cancellationToken)
    {
        await using var study = StudyHost.CreateQuiet(StorageChoice.Named(connection), new IngestCounter(_ => { }));
        var reports = await study.Reports.StatusAsync(cancellationToken);
        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(reports, CliJson.Default.ImmutableArrayReportStatus));
        }
        else
        {
            Show(reports);
        }

        return reports.Any(report => report.HasTrouble) ? ExitCode.IssuesFound : ExitCode.Clean;
    }

    private static bool Show(ImmutableArray<ReportStatus> reports)
    {
        Terminal.Out.Write(ReportsTable.Reports(reports));
        if (reports.Any(report => !report.Deliveries.IsEmpty))
        {
            Terminal.Out.Write(ReportsTable.Deliveries(reports));
        }

        return reports.Any(report => report.HasTrouble);
    }
}
