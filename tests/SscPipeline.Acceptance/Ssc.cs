using System.Diagnostics;
using System.Text.Json;

namespace SscPipeline.Acceptance;

/// <summary>Runs the command line as a user does: a process of its own, arguments in, exit code, output and files out.</summary>
internal static class Ssc
{
    public static async Task<SscResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new SscResult(process.ExitCode, await output, await errors);
    }

    public static Process Start(params IEnumerable<string> arguments) => StartIn([], arguments);

    public static Process StartIn(IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ssc.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

internal sealed record SscResult(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
