using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Guides;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc template</c>: the empty workbook that a site fills in. No storage, no network.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var target = new Option<FileInfo>("--out") { Description = "the .xlsx file to write; a file that exists is never overwritten", Required = true };
        var language = CommonOptions.Language("English");
        var command = new Command("template", "Write an empty workbook for sites: headings, units, drop-downs and limits of the dictionary, and instructions.") { target, language };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(target), CommonOptions.ParseLanguage(parsed.GetValue(language)) ?? Language.English));
        return command;
    }

    private static int Run(FileInfo target, Language language)
    {
        if (!target.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"'{target.Name}' does not end in .xlsx, and the template is an Excel workbook. Use --out template.xlsx.");
        }

        using var services = new ServiceCollection().AddSscChecking(Configured.Settings()).BuildServiceProvider();
        NewFile.Write(target, services.GetRequiredService<TemplateWorkbook>().Write(language));
        Terminal.Line(target.FullName);
        return ExitCode.Clean;
    }
}
