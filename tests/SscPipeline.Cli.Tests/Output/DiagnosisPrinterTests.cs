using Spectre.Console;
using SscPipeline.Cli.Output;
using SscPipeline.Workflows.Diagnosing;

namespace SscPipeline.Cli.Tests.Output;

public sealed class DiagnosisPrinterTests
{
    [Fact]
    public void What_is_well_takes_a_line_and_what_is_not_says_what_to_do()
    {
        var text = Print(Diagnosis.Well("setting", "", "All settings can be read."), new Diagnosis("missing", "SscStorage (table [Outcomes])", "It is not there.", "Make it."));

        Assert.Contains("ok  setting: All settings can be read.", text, StringComparison.Ordinal);
        Assert.Contains("missing - SscStorage (table [Outcomes])\n  It is not there.\n  Make it.", text, StringComparison.Ordinal);
        Assert.Contains("1 finding.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void When_all_is_well_it_says_so() =>
        Assert.EndsWith("All is well.\n", Print(Diagnosis.Well("setting", "", "All settings can be read.")), StringComparison.Ordinal);

    private static string Print(params Diagnosis[] found)
    {
        using var written = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No });
        console.Profile.Width = 200;
        DiagnosisPrinter.Print(found, console);
        return written.ToString().ReplaceLineEndings("\n");
    }
}
