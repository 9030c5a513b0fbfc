using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc check FILE...</c>: what a site would be told, before it sends anything. No storage, no network.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "workbooks (.xlsx .xls .xlsb .csv); given together they are documents of one site", Arity = ArgumentArity.OneOrMore };
        var site = CommonOptions.Site(required: false);
        var mapping = new Option<FileInfo?>("--mapping") { Description = "a CSV of canonical,header: the site's own headings (canonical 'ignore' leaves a column out)" };
        var format = CommonOptions.Format();
        var language = CommonOptions.Language("the language that is set for the site");
        var annotate = new Option<DirectoryInfo?>("--annotate") { Description = "folder for a copy of each workbook with its issues marked" };
        var command = new Command("check", "Run all checks on files, without storing anything.") { files, site, mapping, annotate, language, format };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetRequiredValue(files), parsed.GetValue(site) ?? "local", parsed.GetValue(mapping), parsed.GetValue(annotate), parsed.GetValue(language),
            parsed.GetValue(format), cancellationToken)));
        return command;
    }

    private static int Run(
        FileInfo[] files, string site, FileInfo? mapping, DirectoryInfo? annotate, string? language, OutputFormat format, CancellationToken cancellationToken)
    {
        var code = CommonOptions.ParseSite(site);
        var local = files.Select(Read).ToList();
        using var services = new ServiceCollection().AddSscChecking(Configured.Settings()).BuildServiceProvider();
        var wishes = new CheckWishes
        {
            Language = CommonOptions.ParseLanguage(language),
            Mapping = mapping is null ? "" : MapCommand.Read(mapping),
            Annotated = annotate is null ? null : (at, copy) => AnnotatedFiles.Write(annotate, files, at, copy),
        };
        var found = services.GetRequiredService<CheckWorkbooks>().Run(code, local, wishes, cancellationToken);

        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(ReceiptJson.Write(found.Select(file => file.Receipt)));
        }
        else
        {
            foreach (var file in found)
            {
                ReceiptPrinter.Print(file.Receipt, file.Guide, file.Excerpts, Terminal.Out);
            }
        }

        return found.All(file => file.Receipt.Status == SubmissionStatus.Accepted) ? ExitCode.Clean : ExitCode.IssuesFound;
    }

    private static LocalFile Read(FileInfo file)
    {
        try
        {
            using var readable = file.OpenRead();
            return new LocalFile(file.Name, file.OpenRead);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be read: {exception.Message}");
        }
    }
}
