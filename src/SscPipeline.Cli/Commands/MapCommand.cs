using System.CommandLine;
using Spectre.Console;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc map</c>: a site's own headings, shown or replaced. They hold for documents received afterwards.</summary>
internal static class MapCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "a CSV of canonical,header; without it, the current mapping is printed", Arity = ArgumentArity.ZeroOrOne };
        var (site, connection) = (CommonOptions.Site(required: true), CommonOptions.Connection());
        var command = new Command("map", "Show or replace a site's own column headings.") { file, site, connection };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            CommonOptions.ParseSite(parsed.GetRequiredValue(site)!), parsed.GetValue(file), parsed.GetValue(connection), cancellationToken));
        return command;
    }

    /// <exception cref="CommandException">The file cannot be read.</exception>
    public static string Read(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be read: {exception.Message}");
        }
    }

    private static async Task<int> RunAsync(SiteCode site, FileInfo? file, string? connection, CancellationToken cancellationToken)
    {
        var csv = file is null ? null : Read(file);
        await using var study = StudyHost.CreateQuiet(StorageChoice.Named(connection), new IngestCounter(_ => { }));
        await study.Submissions.PrepareStorageAsync(cancellationToken);
        if (csv is null)
        {
            Console.Out.Write(await study.Mappings.ReadAsync(site, cancellationToken) ?? "canonical,header\n");
            return ExitCode.Clean;
        }

        var problems = await study.Mappings.SaveAsync(site, csv, cancellationToken);
        foreach (var problem in problems)
        {
            Terminal.Complain(problem);
        }

        Terminal.Errors.WriteLine(problems.IsEmpty
            ? $"The mapping of {site.Value} is kept. It holds for files received from now on; files received before can be sent again under the same name."
            : "Nothing was changed.");
        return problems.IsEmpty ? ExitCode.Clean : ExitCode.CouldNotRun;
    }
}
