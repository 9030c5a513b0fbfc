using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Cli.Hosting;
using SscPipeline.Cli.Output;
using SscPipeline.Domain;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Guides;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc dictionary</c>: variables, units and checks, to read or for a program. No storage, no network.</summary>
internal static class DictionaryCommand
{
    public static Command Create()
    {
        var format = new Option<DictionaryFormat>("--format")
        {
            Description = "markdown, html (one page, nothing to load) or json (for programs)",
            DefaultValueFactory = _ => DictionaryFormat.Markdown,
        };
        var language = CommonOptions.Language("English");
        var target = new Option<FileInfo?>("--out") { Description = "the file to write or to replace; without it, standard output" };
        var command = new Command("dictionary", "Print the data dictionary: variables with headings, units, limits and codes, and all checks with their sources.") { format, language, target };
        command.SetAction(parsed => Run(parsed.GetValue(format), CommonOptions.ParseLanguage(parsed.GetValue(language)) ?? Language.English, parsed.GetValue(target)));
        return command;
    }

    private static int Run(DictionaryFormat format, Language language, FileInfo? target)
    {
        using var services = new ServiceCollection().AddSscChecking(Configured.Settings()).BuildServiceProvider();
        var page = services.GetRequiredService<DictionaryPages>().Write(format, language);
        if (target is null)
        {
            Terminal.WriteBytes(page);
        }
        else
        {
            NewFile.Replace(target, page);
            Terminal.Line(target.FullName);
        }

        return ExitCode.Clean;
    }
}
