using System.CommandLine;
using Spectre.Console;
using SscPipeline.Cli.Commands;
using SscPipeline.Cli.Output;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.Workflows;

var root = new RootCommand("ssc: checks site spreadsheets of systemic sclerosis studies, and runs the whole pipeline on one machine.")
{
    DemoCommand.Create(),
    RunCommand.Create(),
    UpCommand.Create(),
    CheckCommand.Create(),
    SubmitCommand.Create(),
    StatusCommand.Create(),
    PublishCommand.Create(),
    ExportCommand.Create(),
    MapCommand.Create(),
    TemplateCommand.Create(),
    DictionaryCommand.Create(),
    ReplayCommand.Create(),
    PoisonCommand.Create(),
    DoctorCommand.Create(),
    SiteKeyCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Terminal.Complain(error.Message);
    }

    Terminal.Complain("Run 'ssc --help', or 'ssc <command> --help', to see what there is.");
    return ExitCode.CouldNotRun;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    Terminal.Complain("Stopped before it was done. What was stored so far stays; running the command again goes on from there.");
    return ExitCode.CouldNotRun;
}
catch (Exception exception) when (exception is CommandException or AzuriteUnavailableException)
{
    Terminal.Complain(exception.Message);
    return ExitCode.CouldNotRun;
}
catch (Exception exception) when (Trouble.Explain(exception) is { } words)
{
    Terminal.Complain(words);
    return ExitCode.CouldNotRun;
}
catch (Exception exception)
{
    Terminal.Complain("This is a fault of ours, not of your files. Please report what follows; it holds no values of subjects.");
    Terminal.Errors.WriteException(exception, ExceptionFormats.ShortenEverything);
    return ExitCode.CouldNotRun;
}
