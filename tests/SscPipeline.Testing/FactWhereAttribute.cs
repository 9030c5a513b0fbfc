using System.ComponentModel;
using System.Diagnostics;

namespace SscPipeline.Testing;

/// <summary>A fact that needs a program of the machine; it is skipped, with the reason, where the program does not answer.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhereAttribute : Xunit.FactAttribute
{
    public FactWhereAttribute(string program, params string[] trial)
    {
        if (!Answers(program, trial))
        {
            Skip = $"{program} {string.Join(' ', trial)} does not work on this machine.";
        }
    }

    private static bool Answers(string program, string[] trial)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, trial) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
