using System.Text;
using Spectre.Console;

namespace SscPipeline.Cli.Output;

/// <summary>Where a command speaks: results on standard output, progress and complaints on standard error.</summary>
internal static class Terminal
{
    /// <summary>For people. Colours and widths adapt to the terminal; a redirected output gets plain text that is never cut to 80 columns.</summary>
    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Errors { get; } = Create(Console.Error, Console.IsErrorRedirected);

    public static void Complain(string message) => Errors.MarkupLineInterpolated($"[red]{message}[/]");

    /// <summary>A line to be copied or read by a program: never wrapped.</summary>
    public static void Line(string text) => Console.Out.WriteLine(text);

    public static void WriteJson(ReadOnlySpan<byte> json) => WriteBytes([.. json, (byte)'\n']);

    /// <summary>A whole document, as it is.</summary>
    public static void WriteBytes(ReadOnlySpan<byte> document)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(document);
    }

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (isRedirected)
        {
            console.Profile.Width = 200;
            console.Profile.Encoding = Encoding.UTF8;
        }

        return console;
    }
}
