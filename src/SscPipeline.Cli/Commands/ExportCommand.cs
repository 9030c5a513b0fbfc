using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Export;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc export</c>: the current data, or those known at a time, in the form of SDTM, with a description.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var (site, connection, format) = (CommonOptions.Site(required: false), CommonOptions.Connection(), CommonOptions.Format());
        var output = new Option<string>("--out") { Description = "folder for the files; those of an earlier export are replaced", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = "what was known at the end of this day (2026-03-02, UTC) or second (2026-03-02T06:00:00Z)" };
        var command = new Command("export", "Write the current data as CDISC SDTM-like files, with a description of every column.") { output, asOf, site, connection, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(output),
            parsed.GetValue(asOf) is { } moment ? PublishCommand.Past(moment) : null,
            parsed.GetValue(site) is { } code ? CommonOptions.ParseSite(code) : null,
            parsed.GetValue(connection),
            parsed.GetValue(format),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string folder, AsOf? asOf, SiteCode? site, string? connection, OutputFormat format, CancellationToken cancellationToken)
    {
        await using var study = StudyHost.CreateQuiet(StorageChoice.Named(connection), new IngestCounter(_ => { }));
        await study.Submissions.PrepareStorageAsync(cancellationToken);
        var export = await study.Exports.MakeAsync(asOf, site, cancellationToken) ?? throw new CommandException(
            $"There is nothing to export: nothing of {(site is { } one ? $"site {one.Value}" : "any site")} was {(asOf is null ? "received yet" : "known then")}.");
        await WriteAsync(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, export, cancellationToken);
        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(JsonSerializer.SerializeToUtf8Bytes(export.Datasets, CliJson.Default.ImmutableArrayExportedDataset));
        }
        else
        {
            Terminal.Out.Write(Table(export));
            Terminal.Line($"{Path.Combine(folder, "define.html")} describes every column.");
        }

        return ExitCode.Clean;
    }

    /// <exception cref="CommandException">The folder cannot be written to.</exception>
    private static async Task WriteAsync(string root, DataExport export, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var file in export.Files)
            {
                await OutputFolder.WriteAsync(root, file.Path, file.Content, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{root} cannot be written to: {exception.Message}");
        }
    }

    private static Table Table(DataExport export)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Dataset", "File", "Label")
            .AddColumn(new TableColumn("Rows").RightAligned()).AddColumn(new TableColumn("Subjects").RightAligned());
        foreach (var dataset in export.Datasets)
        {
            table.AddRow(
                new Text(dataset.Name), new Text(dataset.File), new Text(dataset.Label),
                new Text(dataset.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new Text(dataset.Subjects.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return table;
    }
}
